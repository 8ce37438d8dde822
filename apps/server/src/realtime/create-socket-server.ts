import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer } from 'node:http';

import type { ServerToClientEvents } from '@bridgeboard/protocol';
import { Server } from 'socket.io';

import type { IsOwnOrigin } from '../http/check-origin.ts';
import type { ClientAddress } from '../http/client-address.ts';
import { networkOf } from '../http/network.ts';
import type { Connection, Connections } from './connections.ts';
import { guardedParser } from './guarded-parser.ts';
import type { SocketDoor } from './limits/socket-door.ts';
import type { SocketData } from './socket-data.ts';

type Nothing = Record<string, never>;
export type SocketServer = Server<Nothing, ServerToClientEvents, Nothing, SocketData>;

interface Deps {
  readonly httpServer: HttpServer;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly addressOf: ClientAddress;
  readonly door: SocketDoor;
  readonly connections: Connections;
}

/**
 * Much more than a message may have: what is too big is still taken in, so that it can be refused with a code and what
 * the browser sends next arrives (SEC-02). Beyond this the connection ends as the WebSocket protocol has it, code 1009.
 */
const maxReadBytes = 1_114_112;
/**
 * Often, so that silence says something soon: to a browser that its link is dead, to the server that a reader is (REL-08). Late
 * answers are waited for as ever, for a weak link's sake.
 */
const pings = { pingInterval: 4_000, pingTimeout: 20_000 } as const;

/** Socket.IO over our HTTP server, with its doors shut: own origins only, so many and no more, no binary, no old protocol. */
export function createSocketServer(deps: Deps): SocketServer {
  const { door, connections, addressOf, isOwnOrigin } = deps;
  const networkFrom = (request: IncomingMessage): string => networkOf(addressOf(request));
  const server: SocketServer = new Server(deps.httpServer, {
    ...pings,
    parser: guardedParser,
    maxHttpBufferSize: maxReadBytes,
    perMessageDeflate: false,
    httpCompression: false,
    allowEIO3: false,
    serveClient: false,
    allowRequest: (request, answer) => {
      if (!isOurs(request.headers, isOwnOrigin)) answer('BAD_ORIGIN', false);
      else if (!door.hasRoomFor(networkFrom(request))) answer('BUSY', false);
      else answer(null, true);
    },
  });
  server.engine.on('connection', (connection: Connection) => {
    const over = door.connected(networkFrom(connection.request));
    connections.add(connection);
    connection.once('close', over);
  });
  return server;
}

/**
 * CORS does not cover WebSocket: a foreign page could open one with our reader's cookies (SEC-03). Browsers name no origin
 * with the GETs of long-polling; those count as ours where the browser itself says so.
 */
function isOurs(headers: IncomingHttpHeaders, isOwnOrigin: IsOwnOrigin): boolean {
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin);
  return headers.upgrade === undefined && headers['sec-fetch-site'] === 'same-origin';
}
