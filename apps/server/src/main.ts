import { readConfig } from './config.ts';
import { endOnSignals, logLastWords } from './observability/process-end.ts';
import { createLogger } from './observability/logger.ts';
import { giveMemoryBack } from './observability/give-memory-back.ts';
import { StartFailure } from './start-failure.ts';

/** Starts, and stops in order when asked to; a start that cannot be says one sentence and leaves with 1. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  logLastWords(log);
  const { startServer } = await import('./compose.ts');
  const starting = startServer(config, { log });
  endOnSignals(starting, log);
  await starting;
  giveMemoryBack();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
