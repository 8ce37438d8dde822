import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { mongoStep } from '../gate/mongo/mongo-step.ts';
import { runVitest } from '../gate/run-vitest.ts';
import { countByAdapter, suiteOf, type AdapterCount } from './contract/count-by-adapter.ts';
import { runProof, withoutMongo } from './run-proof.ts';

const usage = 'Usage: pnpm test:contract [--json FILE]';
const timeoutMs = 240_000;
/** The promise of REL-16: fewer cases than this do not say that stores look the same. */
const leastCases = 80;

function readWishes(args: string[]): { json: string | undefined } | null {
  try {
    return { json: parseArgs({ args, options: { json: { type: 'string' } } }).values.json };
  } catch {
    return null;
  }
}

function isSound({ ran, failed, notRun }: AdapterCount): boolean {
  return failed === 0 && ran + notRun >= leastCases;
}

/** `pnpm test:contract`: the one suite that memory, SQLite and MongoDB must pass, counted for each of them. */
await runProof(usage, readWishes, async ({ json }, context) => {
  const found = await mongoStep.run(context);
  console.log(`MongoDB: ${found.note ?? ''}`);
  const adapters = ['memory', 'sqlite', 'mongo'] as const;
  const ran = await runVitest(context, { project: 'contract', files: adapters.map(suiteOf), timeoutMs });
  if (typeof ran === 'string') throw new Error(ran);
  const { memory, sqlite, mongo } = countByAdapter(ran.report, ran.code);
  const server = found.passed > 0 ? (found.note ?? '') : null;
  const result = { memory, sqlite, mongo: { ...mongo, server } };
  if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(result)}\n`);
  console.log(JSON.stringify(result));
  if (![memory, sqlite, mongo].every(isSound)) return 'broken';
  return mongo.notRun > 0 ? withoutMongo(context) : 'holds';
});
