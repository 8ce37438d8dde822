import type { Board, QueueLine } from '@bridgeboard/protocol';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { expect, it } from 'vitest';

import { wholeQueueFor } from './whole-queue.ts';

const person = { id: 'reed', name: 'Ms Reed', role: 'staff', school: 'north-school' } as const;
const line = (board: string, at: number): QueueLine => ({
  case: `case-${board}-${at}`,
  board,
  school: 'north-school',
  author: `pupil-${at % 3}`,
  status: 'open',
  openedAt: at,
  changedAt: at,
  kinds: ['words'],
  found: ['words:en', 'phone'],
});

/** An index with a thousand lines on twenty boards, the first of which is not this person's. */
async function thousand() {
  const { queue } = await openMemoryStorage();
  const boards = Array.from({ length: 20 }, (_, at) => `board-of-lesson-${String(at).padStart(2, '0')}`);
  for (const [nth, board] of boards.entries()) {
    await queue.apply(
      board,
      1,
      Array.from({ length: 50 }, (_, at) => line(board, at * 20 + nth)),
    );
  }
  const pupil = async (id: string) => ({ id, classId: '5b', nickname: id.toUpperCase() });
  const directory = { pupil, schoolClass: async () => ({ name: '5B' }) };
  const boardFor = async (_: unknown, id: string) =>
    id === boards[0] ? null : ({ id, title: id, schools: ['north-school'] } as Board);
  const parts = { queue, directory, boardFor, schoolBrief: async (id: string) => ({ id }) };
  return { queue, boards, parts: parts as unknown as Parameters<typeof wholeQueueFor>[0] };
}

it('[MOD4] [D18] all that waits is one list over all boards, longest waiting first, with each author and board told once', async () => {
  const { parts, boards } = await thousand();
  const { queue } = await wholeQueueFor(parts, { person, known: '' });
  expect(queue?.boards.map(({ id }) => id).toSorted()).toEqual(boards.slice(1));
  expect(queue?.authors.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'PUPIL-0', className: '5B' },
    { name: 'PUPIL-1', className: '5B' },
    { name: 'PUPIL-2', className: '5B' },
  ]);
  expect(queue?.lines).toHaveLength(950);
  const opened = queue?.lines.map(({ openedAt }) => openedAt) ?? [];
  expect(opened).toEqual(opened.toSorted((a, b) => a - b));
  for (const { author, openedAt } of queue?.lines ?? [])
    expect(queue?.authors[author]?.name).toBe(`PUPIL-${openedAt % 3}`);
});

it('[MOD4] a page that has all of it already is told nothing again, until something changes', async () => {
  const { parts, queue, boards } = await thousand();
  const { version } = await wholeQueueFor(parts, { person, known: '' });
  expect(await wholeQueueFor(parts, { person, known: version })).toEqual({ version, queue: null });
  await queue.apply(boards[3] ?? '', 2, [{ ...line(boards[3] ?? '', 3), status: 'approved' }]);
  const next = await wholeQueueFor(parts, { person, known: version });
  expect(next.queue?.lines).toHaveLength(949);
});
