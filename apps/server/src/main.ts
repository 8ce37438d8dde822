import { readConfig } from './config.ts';
import { StartFailure } from './start-failure.ts';

/** Starts, and stops in order when asked to; a start that cannot be says one sentence and leaves with 1. */
async function main(): Promise<void> {
  const config = readConfig();
  const { startServer } = await import('./compose.ts');
  const server = await startServer(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server));
}

async function stop(server: { close(): Promise<void> }): Promise<void> {
  try {
    await server.close();
  } catch (error) {
    process.exitCode = 1;
    throw error;
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
