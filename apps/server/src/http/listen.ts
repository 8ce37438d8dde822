import type { Server } from 'node:http';

import { StartFailure } from '../start-failure.ts';

/** What to say where the system does not let a server listen. */
const reasons: Readonly<Record<string, (at: { host: string; port: number }) => string>> = {
  EADDRINUSE: ({ port }) => `PORT=${port} is taken by another program: stop it, or set PORT to a free one.`,
  EACCES: ({ port }) => `PORT=${port} may not be used by this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `HOST=${host} is no address of this machine: set HOST to one of its own.`,
  ENOTFOUND: ({ host }) => `HOST=${host} is not known: set HOST to an address of this machine.`,
};

/** Listens and resolves with the port. Throws `StartFailure` with a sentence where that cannot be. */
export function listen(server: Server, at: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const say = reasons[error.code ?? ''];
      reject(say === undefined ? error : new StartFailure(say(at)));
    });
    server.listen(at.port, at.host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : at.port);
    });
  });
}

/** How long answers that are on their way may take once the server is asked to stop, in ms; some of the five seconds remain for the store. */
const drainMs = 3_000;

/** Takes no new connections, lets answers on their way finish, then cuts what is left. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
