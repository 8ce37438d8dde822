import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { mostMs, proveModeration, textCheckShares } from './moderation/prove-moderation.ts';
import { runProof } from './run-proof.ts';

interface Wishes {
  readonly json: string | undefined;
  readonly revocations: number;
}

function readWishes(args: string[]): Wishes | null {
  try {
    const options = { json: { type: 'string' }, revocations: { type: 'string', default: '1000' } } as const;
    const { json, revocations } = parseArgs({ args, options }).values;
    const count = Number(revocations);
    return Number.isInteger(count) && count >= 4 ? { json, revocations: count } : null;
  } catch {
    return null;
  }
}

/** `pnpm prove:moderation`: every order of who decides, edits and hides, and how fast a live board takes back and lets out. */
await runProof(
  'Usage: pnpm prove:moderation [--revocations N] [--json FILE]',
  readWishes,
  async ({ json, revocations }, { say }) => {
    const { proof, faults } = await proveModeration(revocations, (line) => console.error(line));
    for (const fault of faults.slice(0, 20)) say(fault);
    if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(proof)}\n`);
    say(JSON.stringify(proof));
    const { lastLeakP99Ms, lastLeakMaxMs, approveToScreenP99Ms, textCheck } = proof;
    const { leastRecall, mostFalseHolds } = textCheckShares;
    const isSoon = lastLeakP99Ms <= mostMs.leakP99 && lastLeakMaxMs <= mostMs.leakMax;
    const isChecked = textCheck.recall >= leastRecall && textCheck.falseHolds <= mostFalseHolds;
    const isThere = approveToScreenP99Ms <= mostMs.approveP99;
    return faults.length === 0 && isSoon && isThere && isChecked ? 'holds' : 'broken';
  },
);
