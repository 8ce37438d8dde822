import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createBoardState, foundBoard } from '@bridgeboard/domain';
import type { BoardJournal } from '@bridgeboard/storage';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';

import { percentile } from '../fanout/percentile.ts';
import { decimals } from '../report/text-table.ts';
import type { Part } from './part.ts';

const boards = 40;
const perSecond = 500;
const seconds = 20;
const beatMs = 2;

/** Appends one small entry to one board after another, `perSecond` in all, and answers how long each took to be durable, in ms. */
async function appendSteadily(journal: BoardJournal): Promise<number[]> {
  const took: number[] = [];
  const lines = Array.from({ length: boards }, (_, nth) =>
    createBoardState({ board: `board-${nth}`, schools: ['a'], epoch: 'e' }),
  );
  const pending: Promise<void>[] = [];
  const begin = performance.now();
  let sent = 0;
  const append = async (): Promise<void> => {
    const state = lines[sent % boards];
    if (!state) return;
    const entry = foundBoard(state, { now: 0, pageName: `Page ${sent}` });
    state.seq += 1;
    const asked = performance.now();
    await journal.append([entry]);
    took.push(performance.now() - asked);
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(perSecond * seconds, ((performance.now() - begin) / 1_000) * perSecond);
      for (; sent < due; sent += 1) pending.push(append());
      if (sent < perSecond * seconds) return;
      clearInterval(timer);
      resolve();
    }, beatMs);
  });
  await Promise.all(pending);
  return took;
}

/** How long a commit takes when many boards write at once. */
export const groupCommit: Part = {
  name: 'group-commit',
  title: 'Group commit',
  method: `${perSecond} journal entries a second, spread over ${boards} boards, for ${seconds} s on SQLite with full synchronisation: from asking to being durable.`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'bridgeboard-bench-'));
    try {
      const storage = await openSqliteStorage({ dataDir });
      const took = await appendSteadily(storage.journal);
      await storage.close();
      const figures = {
        entries: took.length,
        p50Ms: percentile(took, 0.5),
        p99Ms: percentile(took, 0.99),
        longestMs: percentile(took, 1),
      };
      return {
        figures,
        head: ['entries', 'p50 ms', 'p99 ms', 'longest ms'],
        lines: [
          [decimals(took.length), ...[figures.p50Ms, figures.p99Ms, figures.longestMs].map((ms) => decimals(ms, 2))],
        ],
      };
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
