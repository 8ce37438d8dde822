import type { IncomingHttpHeaders, Server as HttpServer } from 'node:http';

import { maxClientMessageBytes, type ClientToServerEvents, type ServerToClientEvents } from '@bridgeboard/protocol';
import { Server } from 'socket.io';

import type { IsOwnOrigin } from '../http/check-origin.ts';
import { guardedParser } from './guarded-parser.ts';
import type { SocketData } from './socket-data.ts';

export type SocketServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

/** Socket.IO over our HTTP server, with its doors shut: own origins only, no binary, no old protocol, no compression. */
export function createSocketServer(deps: { httpServer: HttpServer; isOwnOrigin: IsOwnOrigin }): SocketServer {
  return new Server(deps.httpServer, {
    parser: guardedParser,
    // Room for Socket.IO's own header; the guard counts the message itself.
    maxHttpBufferSize: maxClientMessageBytes + 1_024,
    perMessageDeflate: false,
    httpCompression: false,
    allowEIO3: false,
    serveClient: false,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => answer(null, isOurs(request.headers, deps.isOwnOrigin)),
  });
}

/**
 * CORS does not cover WebSocket: a foreign page could open one with our reader's cookies (SEC-03). Browsers name no origin
 * with the GETs of long-polling; those count as ours where the browser itself says so.
 */
function isOurs(headers: IncomingHttpHeaders, isOwnOrigin: IsOwnOrigin): boolean {
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin);
  return headers.upgrade === undefined && headers['sec-fetch-site'] === 'same-origin';
}
