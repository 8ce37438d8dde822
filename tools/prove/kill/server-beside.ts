import { readConfig } from '../../../apps/server/src/config.ts';
import { startServer } from '../../../apps/server/src/compose.ts';
import { endOnSignals } from '../../../apps/server/src/observability/process-end.ts';
import { createLogger } from '../../../apps/server/src/observability/logger.ts';

/** A server that does not ask whether another one has the store: for proofs of what holds even then (D3). */
const config = readConfig();
const log = createLogger(config.logLevel);
const starting = startServer(config, { log, isSole: false });
endOnSignals(starting, log);
await starting;
