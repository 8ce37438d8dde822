import type { ClientToServerEvents, Refused, ServerToClientEvents } from '@bridgeboard/protocol';

/** What a link tells: messages of the server, and the state of the connection itself. */
export interface LinkListener extends Omit<ServerToClientEvents, 'probed'> {
  /** Connected; nothing of an earlier connection counts any more. */
  up(): void;
  /** Not connected; the link tries again by itself. */
  down(): void;
  /** The server does not take this connection. Where that is final, the link has stopped trying. */
  turnedAway(refusal: Refused): void;
}

/** One browser's line to one board. Messages arrive in order or not at all while the line is up. */
export interface BoardLink extends Omit<ClientToServerEvents, 'probe'> {
  /** Starts connecting, and keeps at it until `close`. */
  open(listener: LinkListener): void;
  /** Gives this connection up and makes a new one, after a pause that grows. */
  renew(): void;
  /** Makes sure that the other end is still there, and makes a new connection where it does not answer within seconds. */
  check?(): void;
  close(): void;
}
