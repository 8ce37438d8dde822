import type { ClientToServerEvents, ServerToClientEvents, ViewerToServerEvents } from '@bridgeboard/protocol';
import type { Namespace, Socket } from 'socket.io';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { SignedIn } from '../http/signed-in.ts';

/** What the handshake established about a socket; nothing in it comes from later messages. */
export interface SocketData {
  signedIn: SignedIn;
  language: Locale;
}

type Nothing = Record<string, never>;

/** People at work on boards. */
export type BoardNamespace = Namespace<ClientToServerEvents, ServerToClientEvents, Nothing, SocketData>;
export type BoardClient = Socket<ClientToServerEvents, ServerToClientEvents, Nothing, SocketData>;
/** People who look on. */
export type ViewerNamespace = Namespace<ViewerToServerEvents, ServerToClientEvents, Nothing, SocketData>;
export type ViewerClient = Socket<ViewerToServerEvents, ServerToClientEvents, Nothing, SocketData>;

/** A socket of either kind. */
export type AnyClient = BoardClient | ViewerClient;

/** Runs when this socket is gone, for whatever reason. */
export function whenGone(socket: { on(event: 'disconnect', listener: () => void): unknown }, act: () => void): void {
  socket.on('disconnect', act);
}
