/*
 * A server of its own process: tldraw sync 3.15.6 as its documentation hosts it, `TLSocketRoom` unmodified over ws, in memory.
 */
import { createServer } from 'node:http';

import { TLSocketRoom } from '@tldraw/sync-core';
import { WebSocketServer } from 'ws';

const room = new TLSocketRoom({});
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

sockets.on('connection', (socket, request) => {
  const sessionId = new URL(request.url ?? '/', 'http://localhost').searchParams.get('sessionId') ?? '';
  room.handleSocketConnect({ sessionId, socket: socket as unknown as WebSocket });
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object' && address !== null) console.log(`ready http://127.0.0.1:${address.port}`);
});
