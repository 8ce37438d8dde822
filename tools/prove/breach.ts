import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { mostSeconds, proveBreach } from './breach/prove-breach.ts';
import { runProof } from './run-proof.ts';

interface Wishes {
  readonly json: string | undefined;
  readonly pupils: number;
}

function readWishes(args: string[]): Wishes | null {
  try {
    const options = { json: { type: 'string' }, pupils: { type: 'string', default: '10000' } } as const;
    const { json, pupils } = parseArgs({ args, options }).values;
    const count = Number(pupils);
    return Number.isInteger(count) && count >= 100 ? { json, pupils: count } : null;
  } catch {
    return null;
  }
}

/** `pnpm prove:breach`: who is affected by a seeded incident, compared with what the plan of it says, and how long that takes. */
await runProof('Usage: pnpm prove:breach [--pupils N] [--json FILE]', readWishes, async ({ json, pupils }, { say }) => {
  const { proof, faults } = await proveBreach(pupils, (line) => console.error(line));
  for (const fault of faults.slice(0, 20)) say(fault);
  if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(proof)}\n`);
  say(JSON.stringify(proof));
  return faults.length === 0 && proof.questions.every(({ seconds }) => seconds <= mostSeconds) ? 'holds' : 'broken';
});
