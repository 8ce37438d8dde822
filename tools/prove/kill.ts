import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import * as z from 'zod';

import { runKillLoop } from './kill/kill-loop.ts';
import { runProof, withoutMongo } from './run-proof.ts';
import { openMongoProof } from './stores/mongo-store.ts';
import { openSqliteProof } from './stores/sqlite-store.ts';

const usage = 'Usage: pnpm prove:kill --store sqlite|mongo --rounds N [--seed S] [--pupils N] [--json FILE]';
const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const wishes = z.object({
  store: z.enum(['sqlite', 'mongo']),
  rounds: number.default(200),
  seed: number.default(1),
  pupils: number.default(60),
  json: z.string().min(1).optional(),
});

function readWishes(args: string[]): z.infer<typeof wishes> | null {
  const option = { type: 'string' } as const;
  const options = { store: option, rounds: option, seed: option, pupils: option, json: option };
  try {
    return wishes.safeParse(parseArgs({ args, options }).values).data ?? null;
  } catch {
    return null;
  }
}

/** `pnpm prove:kill`: how many of the edits that were answered are lost when the server is killed again and again. */
await runProof(usage, readWishes, async ({ store: kind, rounds, seed, pupils, json }, context) => {
  await using store = kind === 'sqlite' ? await openSqliteProof() : await openMongoProof(context, { toKill: true });
  if (store === null) {
    console.log('Not run: there is no MongoDB server, and none can be fetched.');
    return withoutMongo(context);
  }
  const began = performance.now();
  const onRound = (round: number, answered: number): void => console.log(`round ${round}: ${answered} edits answered`);
  const { acked, acts, lost, phantom, databaseKills } = await runKillLoop({
    store,
    rounds,
    seed,
    boards: 4,
    pupils,
    onRound,
  });
  for (const line of [...lost, ...phantom].slice(0, 50)) console.error(line);
  const seconds = Math.round((performance.now() - began) / 1_000);
  const verdict = { store: kind, rounds, acked, lost: lost.length, phantom: phantom.length };
  const result = { ...verdict, acts, databaseKills, server: store.server, seed, seconds };
  if (json !== undefined) await writeFile(resolve(json), `${JSON.stringify(result)}\n`);
  console.log(JSON.stringify(result));
  return lost.length + phantom.length === 0 && acked > 0 ? 'holds' : 'broken';
});
