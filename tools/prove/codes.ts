import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mock } from 'node:test';
import { parseArgs } from 'node:util';

import { holds, proveCodes } from './codes/school-days.ts';
import { seededRandom } from './codes/seeded-random.ts';
import { runProof } from './run-proof.ts';

interface Wishes {
  readonly json: string | undefined;
  readonly days: number;
  readonly addresses: number;
  readonly seed: number;
}

function readWishes(args: string[]): Wishes | null {
  try {
    const number = (preset: string) => ({ type: 'string', default: preset }) as const;
    const options = {
      days: number('5'),
      addresses: number('1000'),
      seed: number('1'),
      json: { type: 'string' },
    } as const;
    const { json, ...given } = parseArgs({ args, options }).values;
    const [days, addresses, seed] = [Number(given.days), Number(given.addresses), Number(given.seed)];
    return [days, addresses, seed].every((each) => Number.isInteger(each) && each > 0)
      ? { json, days, addresses, seed }
      : null;
  } catch {
    return null;
  }
}

/** `pnpm prove:codes`: somebody guesses class codes day and night at the real way in, in a time of its own. */
await runProof(
  'Usage: pnpm prove:codes [--days N] [--addresses N] [--seed S] [--json FILE]',
  readWishes,
  async ({ json, seed, days, addresses }, { say }) => {
    // The limits read the time of the process and forget by its timers.
    mock.timers.enable({ apis: ['Date', 'setTimeout'], now: Date.UTC(2026, 8, 14, 7) });
    const forward = (ms: number): void => mock.timers.tick(ms);
    const proof = await proveCodes({ hours: days * 24, addresses, random: seededRandom(seed), forward });
    mock.timers.reset();
    if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(proof)}\n`);
    say(JSON.stringify(proof));
    return holds(proof) ? 'holds' : 'broken';
  },
);
