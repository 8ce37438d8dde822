import { ServerProcess } from '../../bench/servers/server-process.ts';
import type { ProofStore } from '../stores/proof-store.ts';

/** The real server on a store, in a process of its own, on any free port unless `env` names one. */
export function startServer(
  { dataDir, mongoUrl }: Pick<ProofStore, 'dataDir' | 'mongoUrl'>,
  env: Readonly<Record<string, string>> = {},
  file = 'apps/server/src/main.ts',
): Promise<ServerProcess> {
  const sockets = { MAX_SOCKETS: '5000', MAX_SOCKETS_PER_NETWORK: '5000' };
  const store = { DATA_DIR: dataDir, MONGO_URL: mongoUrl ?? '' };
  const common = { PORT: '0', DEMO: '0', LOG_LEVEL: 'silent' };
  return ServerProcess.start({ file, env: { ...common, ...sockets, ...store, ...env } });
}

/** The same, on a store that another server has. */
export function startBeside(store: Pick<ProofStore, 'dataDir' | 'mongoUrl'>): Promise<ServerProcess> {
  return startServer(store, {}, 'tools/prove/kill/server-beside.ts');
}
