import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import * as z from 'zod';

import { fetchStrace } from '../gate/strace-step.ts';
import { proveDisk } from './fsync/prove-disk.ts';
import { runProof } from './run-proof.ts';

const usage = 'Usage: pnpm prove:disk [--edits N] [--cuts N] [--seed S] [--json FILE]';
const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const wishes = z.object({
  edits: number.default(400),
  cuts: number.default(2_000),
  seed: number.default(1),
  json: z.string().min(1).optional(),
});
/** A server that does not wait for the disk is found out with less. */
const control = { edits: 40, cuts: 20 } as const;

function readWishes(args: string[]): z.infer<typeof wishes> | null {
  const option = { type: 'string' } as const;
  const options = { edits: option, cuts: option, seed: option, json: option };
  try {
    return wishes.safeParse(parseArgs({ args, options }).values).data ?? null;
  } catch {
    return null;
  }
}

/** `pnpm prove:disk`: what was answered is on the disk by then, and outlives a power cut at any moment. */
await runProof(usage, readWishes, async ({ edits, cuts, seed, json }, context) => {
  const strace = await fetchStrace(context);
  if (strace === null) {
    console.log('Not run: this needs strace, and the right to trace.');
    return 'not run';
  }
  const began = performance.now();
  const proved = await proveDisk({ strace, edits, cuts, seed });
  const careless = await proveDisk({ strace, ...control, seed, isCareless: true });
  for (const line of [...proved.early, ...proved.lost].slice(0, 50)) console.error(line);
  const isNoticed = careless.early.length > 0 && careless.lost.length > 0;
  if (!isNoticed) console.error('A server that does not wait for the disk was not found out.');
  const result = {
    answers: proved.answers,
    early: proved.early.length,
    cuts: proved.cuts,
    lost: proved.lost.length,
    control: {
      answers: careless.answers,
      early: careless.early.length,
      cuts: careless.cuts,
      lost: careless.lost.length,
    },
    seed,
    seconds: Math.round((performance.now() - began) / 1_000),
  };
  if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(result)}\n`);
  console.log(JSON.stringify(result));
  return isNoticed && result.answers > 0 && result.early + result.lost === 0 ? 'holds' : 'broken';
});
