import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { findStrace } from '../gate/strace-step.ts';
import { engineMutants } from './engine-mutants.ts';
import type { Mutant } from './mutant.ts';
import { runTests } from './run-tests.ts';
import { copyWorkspace } from './scratch-copy.ts';
import { serverMutants } from './server-mutants.ts';
import { storeMutants } from './store-mutants.ts';
import { tableOf } from './table.ts';
import { tryMutant, type Ask, type Fate } from './try-mutant.ts';

const usage = 'Usage: pnpm mutants [--json FILE] [--only M1,M5]';
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Random histories of each property test: a seeded bug shows in the first few, if the test can see it at all. */
const fewHistories = '25';

/** What is asked for; null where it is not understood. */
function readWishes(args: string[]): { json: string | null; mutants: Mutant[] } | null {
  try {
    const option = { type: 'string' } as const;
    const { json, only } = parseArgs({ args, options: { json: option, only: option } }).values;
    const ids = only?.split(',');
    const all = [...engineMutants, ...serverMutants, ...storeMutants].toSorted(byNumber);
    const mutants = all.filter(({ id }) => ids?.includes(id) ?? true);
    return mutants.length === (ids?.length ?? mutants.length) ? { json: json ?? null, mutants } : null;
  } catch {
    return null;
  }
}

function byNumber(a: Mutant, b: Mutant): number {
  return Number(a.id.slice(1)) - Number(b.id.slice(1));
}

/** Tries every mutant in a copy of the workspace, after the same tests have passed there without any. */
async function tryAll(mutants: readonly Mutant[], folder: string, signal: AbortSignal): Promise<Map<Mutant, Fate>> {
  await copyWorkspace(root, folder);
  const env = { ...process.env, NO_COLOR: '1', HISTORIES: process.env['HISTORIES'] ?? fewHistories };
  const files = [...new Set(mutants.flatMap(({ tests }) => tests))];
  const sound = await runTests({ folder, files, bail: false, env, signal });
  if (sound.trouble !== null || sound.failed.length > 0) {
    throw new Error(`without any mutant these do not pass: ${sound.trouble ?? sound.failed.join('\n')}`);
  }
  console.log(`${sound.passed} tests of ${files.length} files pass without a mutant.`);
  const ask: Ask = (asked) => runTests({ folder, files: asked, bail: true, env, signal });
  const fates = new Map<Mutant, Fate>();
  for (const mutant of mutants) {
    const fate = await tryMutant(folder, mutant, ask);
    fates.set(mutant, fate);
    console.log(`${mutant.id}: ${fate.kind}`);
    signal.throwIfAborted();
  }
  return fates;
}

async function main(args: string[]): Promise<number> {
  const wishes = readWishes(args);
  if (wishes === null) {
    console.error(usage);
    return 2;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-mutants-'));
  try {
    const leftOut = findStrace(process.env) === null ? wishes.mutants.filter(({ needs }) => needs === 'strace') : [];
    for (const { id } of leftOut) console.log(`${id}: left out, because there is no strace here that may trace`);
    const mutants = wishes.mutants.filter((mutant) => !leftOut.includes(mutant));
    const fates = await tryAll(mutants, folder, stop.signal);
    const idsOf = (kind: Fate['kind']): string[] =>
      [...fates].filter(([, fate]) => fate.kind === kind).map(([{ id }]) => id);
    const [killed, survived, untried] = [idsOf('killed'), idsOf('survived'), idsOf('untried')];
    const applied = killed.length + survived.length;
    const result = { applied, killed: killed.length, survived, leftOut: leftOut.map(({ id }) => id) };
    if (wishes.json !== null) await writeFile(resolve(wishes.json), `${JSON.stringify(result)}\n`);
    console.log(`\n${tableOf(fates)}\n\n${JSON.stringify({ ...result, untried })}`);
    return survived.length + untried.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
