import { openMemoryStorage } from '@bridgeboard/storage/memory';
import type { QueueLine } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { PupilTrustBook } from './pupil-trust.ts';

const pupil = { id: 'PupilPupilPupilPupilP2', school: 'SchoolSchoolSchoolSch2' };
const board = 'BoardBoardBoardBoardB2';

function line(id: string, status: QueueLine['status'], changedAt = 1): QueueLine {
  const whose = { case: id, board, school: pupil.school, author: pupil.id };
  return { ...whose, status, openedAt: 1, changedAt, kinds: ['words'], found: [] };
}

/** The book over a real index, and how often the index is asked. */
async function setUp() {
  const storage = await openMemoryStorage();
  const { queue, trust, directory } = storage;
  const asked = { times: 0 };
  const decidedOf = (author: string): Promise<QueueLine[]> => {
    asked.times += 1;
    return queue.decidedOf(author);
  };
  const watched = { trust, directory, queue: { decidedOf } } as never;
  const book = new PupilTrustBook({ storage: watched, upToNow: async () => undefined });
  let seq = 0;
  const happens = async (one: QueueLine): Promise<void> => {
    await queue.apply(board, (seq += 1), [one]);
    book.heard(one);
  };
  return { book, asked, happens };
}

it('[TL3] strokes of a pupil ask the index once, and what is decided or is so no more asks it again', async () => {
  const { book, asked, happens } = await setUp();
  for (let stroke = 0; stroke < 20; stroke += 1) {
    await book.levelsOf(pupil);
    await happens(line('drawn', 'open', stroke));
  }
  expect(asked.times).toBe(1);
  await happens(line('drawn', 'rejected', 30));
  expect(await book.levelsOf(pupil)).toEqual({ words: 'before' });
  await happens(line('another', 'open', 31));
  await book.levelsOf(pupil);
  expect(asked.times).toBe(2);
  await happens(line('drawn', 'open', 32));
  expect(await book.levelsOf(pupil)).toEqual({});
  expect(asked.times).toBe(3);
});
