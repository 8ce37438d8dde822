import type { Frame, ServerToClientEvents } from '@bridgeboard/protocol';

type SessionEvent = Exclude<keyof ServerToClientEvents, 'ended'>;
export type Payload<E extends keyof ServerToClientEvents> = Parameters<ServerToClientEvents[E]>[0];

/** Carries messages to sessions. Sockets implement it; rooms know nothing of them. */
export interface FanOut {
  /**
   * One tick of one shared view of a board, encoded once for all its sessions. `still` is the same without pointers, for
   * those who only look on or read slowly, or null where there is nothing but pointers in it.
   */
  toView(to: { board: string; view: string }, frames: { full: Frame; still: Frame | null }): void;
  /** To one session. */
  toSession<E extends SessionEvent>(session: string, event: E, payload: Payload<E>): void;
  /** Ends one session with a reason. */
  end(session: string, reason: Payload<'ended'>): void;
}

/** For rooms at which nobody is: while a board is filled before the server listens. */
export const toNobody: FanOut = { toView: () => undefined, toSession: () => undefined, end: () => undefined };
