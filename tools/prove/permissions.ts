import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { provePermissions } from './permissions/prove-permissions.ts';
import { runProof } from './run-proof.ts';

interface Wishes {
  readonly json: string | undefined;
}

function readWishes(args: string[]): Wishes | null {
  try {
    return { json: parseArgs({ args, options: { json: { type: 'string' } } }).values.json };
  } catch {
    return null;
  }
}

/** `pnpm prove:permissions`: every route and message as every kind of person, held against `docs/spec/permissions.md`. */
await runProof('Usage: pnpm prove:permissions [--json FILE]', readWishes, async ({ json }) => {
  const { wrong, withoutRow, ...counts } = await provePermissions();
  for (const line of [...wrong, ...withoutRow.map((name) => `${name}: no such row, or no such thing`)])
    console.error(line);
  const result = { ...counts, wrong: wrong.length, withoutRow: withoutRow.length };
  if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(result)}\n`);
  console.log(JSON.stringify(result));
  return wrong.length + withoutRow.length === 0 && counts.cells > 0 ? 'holds' : 'broken';
});
