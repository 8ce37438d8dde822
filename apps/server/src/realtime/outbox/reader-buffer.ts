import type { Socket } from 'socket.io';

/** A message that Engine.IO keeps because its transport cannot take it yet. */
export interface WaitingPacket {
  readonly data?: unknown;
  readonly options?: { readonly wsPreEncodedFrame?: readonly Uint8Array[] };
}

/** What has not reached a reader yet. */
export interface ReaderBuffer {
  /** Messages in their order. Always the same array until the transport takes all of it; then a new one. */
  waiting(): readonly WaitingPacket[];
  /** Bytes that the transport took and the system did not. */
  inFlightBytes(): number;
  /** Forgets what waits; it is never sent. */
  discard(): void;
  /** Ends the connection without waiting for anything to go out. */
  terminate(): void;
}

type Connection = Socket['conn'];

interface WebSocketLike {
  readonly bufferedAmount: number;
  terminate(): void;
}

/**
 * The buffer of one connection. Engine.IO does not offer it, and what `ws` counts is only what it was handed: the rest
 * piles up in `writeBuffer` without any bound. A test with real sockets fails if another version keeps it elsewhere.
 */
export function readerBufferOf(connection: Connection): ReaderBuffer {
  return {
    waiting: () => connection['writeBuffer'],
    inFlightBytes: () => webSocketOf(connection)?.bufferedAmount ?? 0,
    discard: () => void (connection['writeBuffer'] = []),
    terminate: () => {
      // In order first, or a polling transport that waits for one more request would wait on.
      connection['onClose']('forced close');
      webSocketOf(connection)?.terminate();
    },
  };
}

/** Size of one waiting message on the wire, without the few bytes around it. */
export function bytesOf({ data, options }: WaitingPacket): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame) return frame.reduce((sum, part) => sum + part.byteLength, 0);
  return typeof data === 'string' ? Buffer.byteLength(data) : 0;
}

/** The transport may change from polling to WebSocket, so it is asked each time. */
function webSocketOf({ transport }: Connection): WebSocketLike | null {
  const socket: unknown = 'socket' in transport ? transport.socket : null;
  return isWebSocket(socket) ? socket : null;
}

function isWebSocket(socket: unknown): socket is WebSocketLike {
  return typeof socket === 'object' && socket !== null && 'terminate' in socket && 'bufferedAmount' in socket;
}
