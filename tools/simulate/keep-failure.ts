import { writeFileSync } from 'node:fs';

import { shrinkHistory, type Failure, type History } from '@bridgeboard/testkit/simulator';

const fixtures = new URL('../../packages/testkit/src/simulator/fixtures/', import.meta.url);
const most = { tries: 400, ms: 60_000 } as const;

/** Shrinks a failing history, prints it, and keeps it where the unit tests play it again. */
export async function keepFailure(
  history: History,
  { kind, what }: Failure,
  { seed, number }: { seed: number; number: number },
): Promise<void> {
  const until = performance.now() + most.ms;
  const isOver = (): boolean => performance.now() > until;
  const shrunk = await shrinkHistory(history, kind, { tries: most.tries, isOver });
  const file = new URL(`${kind.toLowerCase()}-${seed}-${number}.json`, fixtures);
  writeFileSync(file, `${JSON.stringify({ found: `${kind}: ${what.slice(0, 2_000)}`, history: shrunk })}\n`);
  const steps = shrunk.steps.map((step) => `  ${JSON.stringify(step)}`).join('\n');
  console.error(
    `history ${number} of seed ${seed}: ${kind}: ${what}\n${shrunk.steps.length} steps are left of it:\n${steps}`,
  );
  console.error(`kept as ${file.pathname}`);
}
