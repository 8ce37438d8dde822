import { languageOf } from '../http/language.ts';
import { networkOf } from '../http/network.ts';
import { BoardSocket } from './board-socket.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { Refusals } from './refusals.ts';
import { whenGone, type AnyClient, type BoardNamespace, type ViewerNamespace } from './socket-data.ts';
import { serveViewer } from './viewer-socket.ts';

/** The gateway of live boards: who is asking is decided by the cookie at the handshake, never by what a message says. */
export function serveBoards(namespaces: { boards: BoardNamespace; viewers: ViewerNamespace }, deps: GatewayDeps): void {
  const { boards, viewers } = namespaces;
  const identify = identifyBy(deps);
  boards.use(identify);
  viewers.use(identify);
  boards.on('connection', (socket) => {
    if (letIn(socket, deps)) new BoardSocket(socket, deps).listen();
  });
  viewers.on('connection', (socket) => {
    if (letIn(socket, deps)) serveViewer(socket, deps);
  });
}

function identifyBy(deps: GatewayDeps): (socket: AnyClient, next: (error?: Error) => void) => void {
  return (socket, next) => {
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
  };
}

/** Whether there is room for one more socket of this session, this network and this server; ends it where there is not. */
function letIn(socket: AnyClient, deps: GatewayDeps): boolean {
  const { signedIn } = socket.data;
  const network = networkOf(deps.addressOf(socket.conn.request));
  const leave = deps.door.enter({ session: signedIn.sessionId, network });
  deps.connections.known(socket.conn);
  if (leave) whenGone(socket, leave);
  const refused = leave ? deps.sessionSockets.whyOver(signedIn) : 'BUSY';
  if (refused) new Refusals(socket, deps).end(refused);
  return refused === null;
}
