import { describe, expect, it } from 'vitest';
import { JournalConflict } from '../ports/errors.ts';
import { freshId, sampleEntries, sampleEntry } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

const mebibyte = 1024 * 1024;

function entryOfBytes(board: string, bytes: number) {
  const empty = sampleEntry(board, 1, { contents: [{ text: '' }], inverses: [] });
  const { facts, content, audit, effects } = empty;
  const rest = [facts, content, audit, effects].reduce((sum, part) => sum + JSON.stringify(part).length, 0);
  return { ...empty, content: { contents: [{ text: 'x'.repeat(bytes - rest) }], inverses: [] } };
}

/** What every journal does, whatever keeps it. */
export function boardJournalContract(open: OpenTestStore): void {
  describe('appending', () => {
    const store = useStore(open);

    it('[D3] an entry comes back deep-equal', async () => {
      const entry = sampleEntry(freshId(), 1);
      await store.storage.journal.append([entry]);
      expect(await store.storage.journal.read(entry.facts.board, 1, 10)).toStrictEqual([entry]);
    });

    it('[D3] an entry without the optional facts comes back without them', async () => {
      const { client: _client, refused: _refused, ...facts } = sampleEntry(freshId(), 1).facts;
      const entry = { ...sampleEntry(facts.board, 1), facts: { ...facts, actor: null } };
      await store.storage.journal.append([entry]);
      expect(await store.storage.journal.read(facts.board, 1, 1)).toStrictEqual([entry]);
    });

    it('[D3] a tombstone in place of content comes back', async () => {
      const entry = sampleEntry(freshId(), 1, { erased: 1_790_000_000_000 });
      await store.storage.journal.append([entry]);
      expect(await store.storage.journal.read(entry.facts.board, 1, 1)).toStrictEqual([entry]);
    });

    it('[D3] several entries are kept in their order', async () => {
      const board = freshId();
      const entries = sampleEntries(board, 1, 5);
      await store.storage.journal.append(entries);
      expect(await store.storage.journal.read(board, 1, 10)).toStrictEqual(entries);
    });

    it('[D3] half a character in what somebody typed comes back as it was', async () => {
      const entry = sampleEntry(freshId(), 1, { contents: [{ 'half \ud83d': 'a\ude00b' }], inverses: [] });
      await store.storage.journal.append([entry]);
      expect(await store.storage.journal.read(entry.facts.board, 1, 1)).toStrictEqual([entry]);
    });

    it('appending nothing changes nothing', async () => {
      await expect(store.storage.journal.append([])).resolves.toBeUndefined();
    });

    it('[D3] an entry whose number is taken is refused, and the first one stays', async () => {
      const first = sampleEntry(freshId(), 1);
      await store.storage.journal.append([first]);
      const second = sampleEntry(first.facts.board, 1, { contents: [], inverses: [] });
      await expect(store.storage.journal.append([second])).rejects.toBeInstanceOf(JournalConflict);
      expect(await store.storage.journal.read(first.facts.board, 1, 10)).toStrictEqual([first]);
    });

    it('[D3] entries that overlap the last one kept are refused, none of them is kept', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 2));
      await expect(store.storage.journal.append(sampleEntries(board, 2, 4))).rejects.toBeInstanceOf(JournalConflict);
      expect(await store.storage.journal.lastSeq(board)).toBe(2);
    });

    it('[D3] an entry that would leave a hole is refused', async () => {
      const board = freshId();
      await store.storage.journal.append([sampleEntry(board, 1)]);
      await expect(store.storage.journal.append([sampleEntry(board, 3)])).rejects.toBeInstanceOf(JournalConflict);
      expect(await store.storage.journal.lastSeq(board)).toBe(1);
    });

    it('[D3] a journal begins with entry 1', async () => {
      await expect(store.storage.journal.append([sampleEntry(freshId(), 2)])).rejects.toBeInstanceOf(JournalConflict);
    });

    it('[D3] of two that append the same number at once, one is refused', async () => {
      const board = freshId();
      const answers = await Promise.allSettled([1, 2].map(() => store.storage.journal.append([sampleEntry(board, 1)])));
      expect(answers.map((answer) => answer.status).sort()).toStrictEqual(['fulfilled', 'rejected']);
      expect(await store.storage.journal.lastSeq(board)).toBe(1);
    });

    it('[D3] the conflict of one board leaves what other boards append at the same time alone', async () => {
      const [taken, ...others] = Array.from({ length: 6 }, freshId);
      if (taken === undefined) throw new Error('there are six');
      await store.storage.journal.append([sampleEntry(taken, 1)]);
      const answers = await Promise.allSettled(
        [others[0] ?? '', taken, ...others.slice(1)].map((board) =>
          store.storage.journal.append([sampleEntry(board, 1)]),
        ),
      );
      expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(1);
      expect(await Promise.all(others.map((board) => store.storage.journal.lastSeq(board)))).toStrictEqual([
        1, 1, 1, 1, 1,
      ]);
    });

    it('[D3] boards that append at the same time each keep all of theirs', async () => {
      const boards = Array.from({ length: 12 }, freshId);
      await Promise.all(boards.map((board) => store.storage.journal.append(sampleEntries(board, 1, 5))));
      for (const board of boards) {
        expect(await store.storage.journal.read(board, 1, 9)).toStrictEqual(sampleEntries(board, 1, 5));
      }
    });

    it('entries of one append must be of one board', async () => {
      const entries = [sampleEntry(freshId(), 1), sampleEntry(freshId(), 2)];
      await expect(store.storage.journal.append(entries)).rejects.toBeInstanceOf(RangeError);
    });

    it('entries of one append must follow one another', async () => {
      const board = freshId();
      const entries = [sampleEntry(board, 1), sampleEntry(board, 3)];
      await expect(store.storage.journal.append(entries)).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.journal.lastSeq(board)).toBe(0);
    });

    it('[P32] an entry of 4 MiB is kept', async () => {
      const entry = entryOfBytes(freshId(), 4 * mebibyte);
      await store.storage.journal.append([entry]);
      expect(await store.storage.journal.read(entry.facts.board, 1, 1)).toStrictEqual([entry]);
    });

    it('[P32] an entry over 4 MiB is refused', async () => {
      const entry = entryOfBytes(freshId(), 4 * mebibyte + 1);
      await expect(store.storage.journal.append([entry])).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.journal.lastSeq(entry.facts.board)).toBe(0);
    });

    it('what the caller does to an entry afterwards changes nothing', async () => {
      const entry = sampleEntry(freshId(), 1);
      const kept = structuredClone(entry);
      const appended = store.storage.journal.append([entry]);
      entry.facts.changes.length = 0;
      entry.audit.length = 0;
      await appended;
      expect(await store.storage.journal.read(kept.facts.board, 1, 1)).toStrictEqual([kept]);
    });
  });

  describe('reading', () => {
    const store = useStore(open);

    it('a board without entries reads as empty', async () => {
      expect(await store.storage.journal.read(freshId(), 1, 10)).toStrictEqual([]);
    });

    it('begins where it is asked to', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 6));
      expect(await store.storage.journal.read(board, 4, 10)).toStrictEqual(sampleEntries(board, 4, 6));
    });

    it('ends where it is asked to', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 6));
      expect(await store.storage.journal.read(board, 2, 3)).toStrictEqual(sampleEntries(board, 2, 4));
    });

    it('from behind the last entry is empty', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 2));
      expect(await store.storage.journal.read(board, 3, 10)).toStrictEqual([]);
    });

    it('from 0 or less begins with entry 1', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 2));
      expect(await store.storage.journal.read(board, 0, 1)).toStrictEqual([sampleEntry(board, 1)]);
    });

    it('goes on page by page', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 7));
      const pages = await Promise.all([1, 4, 7].map((from) => store.storage.journal.read(board, from, 3)));
      expect(pages.flat().map((entry) => entry.facts.seq)).toStrictEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it.each([0, -1, 1.5, Number.NaN])('a limit of %s is refused', async (limit) => {
      const board = freshId();
      await store.storage.journal.append([sampleEntry(board, 1)]);
      await expect(store.storage.journal.read(board, 1, limit)).rejects.toBeInstanceOf(RangeError);
    });

    it('boards do not mix', async () => {
      const [one, two] = [freshId(), freshId()];
      await store.storage.journal.append(sampleEntries(one, 1, 2));
      await store.storage.journal.append(sampleEntries(two, 1, 1));
      expect(await store.storage.journal.read(two, 1, 10)).toStrictEqual([sampleEntry(two, 1)]);
    });

    it('the last number of a board without entries is 0', async () => {
      expect(await store.storage.journal.lastSeq(freshId())).toBe(0);
    });

    it('the last number is that of the last entry', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 3));
      await store.storage.journal.append(sampleEntries(board, 4, 11));
      expect(await store.storage.journal.lastSeq(board)).toBe(11);
    });
  });
}
