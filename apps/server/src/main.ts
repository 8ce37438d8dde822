import { flushCompileCache } from 'node:module';

import { readConfig } from './config.ts';
import { endOnSignals, endWhenOvertaken, logLastWords } from './observability/process-end.ts';
import { createLogger } from './observability/logger.ts';
import { giveMemoryBack } from './observability/give-memory-back.ts';
import { StartFailure } from './start-failure.ts';

/**
 * Starts, and stops in order when asked to; a start that cannot be says one sentence and leaves with 1. With `--check` it
 * reads the configuration and every module, opens nothing, and ends. With `--prepare` it does what only a first start has
 * to do, and ends.
 */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  logLastWords(log);
  const { loadModules, prepare, startServer } = await import('./compose.ts');
  if (process.argv.includes('--check')) {
    await loadModules(config);
    process.stdout.write('The configuration can be used.\n');
    return;
  }
  if (process.argv.includes('--prepare')) return prepare(config, { log });
  const starting = startServer(config, { log, beforeServing });
  endOnSignals(starting, log);
  endWhenOvertaken(await starting, log);
}

/** The cache now and not at the end, which a power cut may forestall; nothing is written where none is set. */
function beforeServing(): void {
  flushCompileCache();
  giveMemoryBack();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
