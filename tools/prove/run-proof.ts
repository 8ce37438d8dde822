import { dirname } from 'node:path';

import type { GateContext } from '../gate/step.ts';

type Verdict = 'holds' | 'broken' | 'not run';

const root = dirname(dirname(import.meta.dirname));

/**
 * Runs a proof as a program: what it started is stopped again whatever happens, and the exit code says what came of it.
 * What could not be run has not failed.
 */
export async function runProof<Wishes>(
  usage: string,
  readWishes: (args: string[]) => Wishes | null,
  prove: (wishes: Wishes, context: GateContext) => Promise<Verdict>,
): Promise<void> {
  const wishes = readWishes(process.argv.slice(2));
  if (wishes === null) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const stop = new AbortController();
  const context = proofContext(stop.signal);
  const stopAll = async (): Promise<void> => {
    for (const cleanup of context.cleanups.splice(0).reverse()) await cleanup();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
      void stopAll().finally(() => process.exit(1));
    });
  }
  try {
    process.exitCode = (await prove(wishes, context)) === 'broken' ? 1 : 0;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
}

/** What a proof comes to that finds no MongoDB server: where one is required, as in the gate, that is a failure. */
export function withoutMongo({ env }: GateContext): Verdict {
  return env['BRIDGEBOARD_REQUIRE_MONGO'] === '1' ? 'broken' : 'not run';
}

/** What steps of the gate want to know, for proofs that run on their own. */
export function proofContext(signal: AbortSignal): GateContext {
  return { root, env: { ...process.env }, say: (line) => console.log(line), signal, cleanups: [] };
}
