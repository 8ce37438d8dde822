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
  /** Bytes that have come from the reader, and that were handed on for them; null for long-polling, where connections take turns. */
  traffic(): Traffic | null;
  /** Forgets what waits; it is never sent. */
  discard(): void;
  /** Ends the connection without waiting for anything to go out. */
  terminate(): void;
}

export interface Traffic {
  readonly heard: number;
  readonly sent: number;
}

type Connection = Socket['conn'];

interface WebSocketLike {
  readonly bufferedAmount: number;
  /** The TCP connection; `ws` has it under this name. */
  readonly _socket?: { readonly bytesRead: number; readonly bytesWritten: number };
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
    traffic: () => {
      const tcp = webSocketOf(connection)?._socket;
      return tcp ? { heard: tcp.bytesRead, sent: tcp.bytesWritten } : null;
    },
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
