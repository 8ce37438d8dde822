import { readConfig } from './config.ts';
import { StartFailure } from './start-failure.ts';

/** Who is asked to stop leaves within so long, in ms, whatever it waits for: what was not answered is sent again (REL-18). */
const leaveWithinMs = 5_000;

/** Starts, and stops in order when asked to; a start that cannot be says one sentence and leaves with 1. */
async function main(): Promise<void> {
  const config = readConfig();
  const { startServer } = await import('./compose.ts');
  const server = await startServer(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(server, signal));
  }
}

async function stop(server: { close(): Promise<void> }, signal: NodeJS.Signals): Promise<void> {
  // The second time nobody handles it.
  setTimeout(() => process.kill(process.pid, signal), leaveWithinMs).unref();
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
