import { networkOf } from '../http/network.ts';
import { languageOf } from '../http/language.ts';
import { BoardSocket } from './board-socket.ts';
import type { GatewayDeps } from './gateway-deps.ts';

/** Most sockets of one sign-in, and of one network: a school is often behind one address. */
const socketLimits = { perSession: 3, perNetwork: 400 } as const;

/** The gateway of live boards: who is asking is decided by the cookie at the handshake, never by what a message says. */
export function serveBoards(deps: GatewayDeps): void {
  const counts = new Map<string, number>();
  deps.namespace.use((socket, next) => {
    deps.personFromCookies({ cookie: socket.handshake.headers.cookie }).then(
      (signedIn) => {
        if (!signedIn) return next(new Error('SIGN_IN_NEEDED'));
        socket.data.signedIn = signedIn;
        socket.data.language = languageOf(socket.handshake.headers);
        next();
      },
      (reason: unknown) => {
        deps.onError('socket handshake', reason);
        next(new Error('DB_DOWN'));
      },
    );
  });
  deps.namespace.on('connection', (socket) => {
    const keys = [
      { key: `session ${socket.data.signedIn.sessionId}`, most: socketLimits.perSession },
      { key: `network ${networkOf(socket.handshake.address)}`, most: socketLimits.perNetwork },
    ];
    for (const { key } of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    socket.on('disconnect', () => {
      for (const { key } of keys) {
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      }
    });
    const served = new BoardSocket(socket, deps);
    if (keys.some(({ key, most }) => (counts.get(key) ?? 0) > most)) served.end('BUSY');
    else served.listen();
  });
}
