import type { ServerToClientEvents } from '@bridgeboard/protocol';

export type ServerEvent = keyof ServerToClientEvents;
export type Payload<E extends ServerEvent> = Parameters<ServerToClientEvents[E]>[0];

/** Carries messages to sessions. Sockets implement it; rooms know nothing of them. */
export interface FanOut {
  /** To every session of one shared view of a board, encoded once. */
  toView<E extends ServerEvent>(to: { board: string; view: string }, event: E, payload: Payload<E>): void;
  /** To one session. */
  toSession<E extends ServerEvent>(session: string, event: E, payload: Payload<E>): void;
  /** Ends one session with a reason. */
  end(session: string, reason: Payload<'ended'>): void;
}
