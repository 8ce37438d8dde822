import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { createBoardState, firstBrokenLink, replayTo } from '@bridgeboard/domain';
import { Dice } from '@bridgeboard/testkit';

import { readJournals } from '../kill/read-journals.ts';
import { answersIn } from './check-order.ts';
import { Disk } from './disk.ts';
import type { Step } from './read-trace.ts';
import type { TracedRun } from './trace-server.ts';

/** What was left behind by cutting the power at many moments of one run. */
export interface CutResult {
  /** Moments that were tried; each lies right after one change of a file. */
  readonly cuts: number;
  /** One line for each image that could not be opened or lacked something that had been answered. */
  readonly lost: readonly string[];
}

/**
 * Cuts the power after as many changes of files as are wished, spread evenly over the run, and opens what is left each time
 * as a server would: all that had been answered by then must be there, in a sound chain.
 */
export async function cutPower(
  run: TracedRun & { readonly steps: readonly Step[] },
  wish: { readonly cuts: number; readonly seed: number; readonly folder: string },
): Promise<CutResult> {
  const dice = new Dice(wish.seed);
  const changes = await countChanges(run);
  const cuts = Math.min(wish.cuts, changes);
  const disk = await Disk.from(run.before, run.dataDir);
  const answered = new Set<string>();
  const lost: string[] = [];
  let change = 0;
  let done = 0;
  for (const step of run.steps) {
    if (step.kind === 'send') for (const edit of answersIn(step.data)) answered.add(edit);
    if (!disk.take(step)) continue;
    change += 1;
    if (change < ((done + 1) * changes) / cuts) continue;
    done += 1;
    const image = join(wish.folder, 'image');
    await disk.cut(image, dice);
    const trouble = await lookAt(image, run.boards, answered);
    if (trouble !== null) lost.push(`after change ${change} of ${changes}: ${trouble}`);
    await rm(image, { recursive: true });
  }
  return { cuts: done, lost };
}

async function countChanges(run: TracedRun & { readonly steps: readonly Step[] }): Promise<number> {
  const disk = await Disk.from(run.before, run.dataDir);
  return run.steps.filter((step) => disk.take(step)).length;
}

async function lookAt(
  dataDir: string,
  boards: readonly string[],
  answered: ReadonlySet<string>,
): Promise<string | null> {
  try {
    const journals = await readJournals({ dataDir }, boards);
    const kept = new Set<string>();
    for (const [at, entries] of journals.entries()) {
      const broken = firstBrokenLink(entries);
      if (broken !== null) return `the chain is broken at entry ${broken}`;
      replayTo(createBoardState({ board: boards[at] ?? '', schools: [], epoch: '' }), entries);
      for (const { client } of entries.map(({ facts }) => facts)) if (client) kept.add(`${client.id} ${client.seq}`);
    }
    const missing = [...answered].filter((edit) => !kept.has(edit));
    return missing.length === 0 ? null : `answered and not there: ${missing.join(', ')}`;
  } catch (reason) {
    return String(reason);
  }
}
