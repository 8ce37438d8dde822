import { describe, expect, it } from 'vitest';
import { freshId, sampleEntries, sampleEntry, samplePart, samplePublication, samplePupil } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

const tombstone = { erased: 1_790_000_000_000 };

/** What every store can do for somebody whose work is to be gone. */
export function erasureContract(open: OpenTestStore): void {
  describe('erasing', () => {
    const store = useStore(open);

    it('[ER1] content is replaced in the entries that are named, and in no other', async () => {
      const board = freshId();
      const entries = sampleEntries(board, 1, 4);
      await store.storage.journal.append(entries);
      const partly = { contents: [null, null], inverses: [null, null], erased: 5 };
      await store.storage.journal.replaceContents(board, [
        { seq: 2, content: tombstone },
        { seq: 4, content: partly },
      ]);
      const [first, second, third, fourth] = entries;
      expect(await store.storage.journal.read(board, 1, 9)).toStrictEqual([
        first,
        { ...second, content: tombstone },
        third,
        { ...fourth, content: partly },
      ]);
    });

    it('[ER1] content for an entry that is not there is refused, and nothing is replaced', async () => {
      const board = freshId();
      await store.storage.journal.append([sampleEntry(board, 1)]);
      const contents = [1, 2].map((seq) => ({ seq, content: tombstone }));
      await expect(store.storage.journal.replaceContents(board, contents)).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.journal.read(board, 1, 9)).toStrictEqual([sampleEntry(board, 1)]);
    });

    it('[ER1] another board’s entries stay as they are, and the journal goes on', async () => {
      const [one, two] = [freshId(), freshId()];
      for (const board of [one, two]) await store.storage.journal.append(sampleEntries(board, 1, 2));
      await store.storage.journal.replaceContents(one, [{ seq: 1, content: tombstone }]);
      expect(await store.storage.journal.read(two, 1, 9)).toStrictEqual(sampleEntries(two, 1, 2));
      await store.storage.journal.append([sampleEntry(one, 3)]);
      expect(await store.storage.journal.lastSeq(one)).toBe(3);
    });

    it('[ER1] a pupil who is removed is unknown, and classmates are not', async () => {
      const [gone, stays] = [samplePupil(), samplePupil()].map((pupil) => ({ ...pupil, classId: 'class-00001' }));
      if (!gone || !stays) throw new Error('there are two');
      for (const pupil of [gone, stays]) await store.storage.directory.putPupil(pupil);
      await store.storage.directory.removePupil(gone.id);
      await store.storage.directory.removePupil(gone.id);
      expect(await store.storage.directory.pupil(gone.id)).toBeNull();
      expect(await store.storage.directory.pupilsOf('class-00001')).toStrictEqual([stays]);
    });

    it('[ER1] a school’s part of a publication is replaced, whether it has ended or not', async () => {
      const [mine, theirs] = [samplePart(), samplePart()];
      const publication = samplePublication({ parts: [mine, theirs], withdrawnAt: 5, withdrawnBy: freshId() });
      await store.storage.publications.create(publication);
      const less = { ...mine, records: [] };
      expect(await store.storage.publications.replacePart(publication.id, less)).toBe(true);
      expect((await store.storage.publications.publication(publication.id))?.parts).toStrictEqual([less, theirs]);
      expect(await store.storage.publications.replacePart(publication.id, samplePart())).toBe(false);
      expect(await store.storage.publications.replacePart(freshId(), less)).toBe(false);
    });

    it('[ER4] the list keeps who was erased and when, and a later word takes the place of an earlier one', async () => {
      const [one, two] = [freshId(), freshId()].toSorted();
      if (one === undefined || two === undefined) throw new Error('there are two');
      await store.storage.erasures.put({ id: two, kind: 'person', askedAt: 1, doneAt: null });
      await store.storage.erasures.put({ id: one, kind: 'person', askedAt: 2, doneAt: null });
      await store.storage.erasures.put({ id: two, kind: 'person', askedAt: 1, doneAt: 9 });
      expect((await store.storage.erasures.all()).filter(({ id }) => id === one || id === two)).toStrictEqual([
        { id: one, kind: 'person', askedAt: 2, doneAt: null },
        { id: two, kind: 'person', askedAt: 1, doneAt: 9 },
      ]);
    });

    it('[ER1] scrubbing changes nothing that is kept', async () => {
      const board = freshId();
      await store.storage.journal.append(sampleEntries(board, 1, 3));
      await store.storage.scrub();
      expect(await store.storage.journal.read(board, 1, 9)).toStrictEqual(sampleEntries(board, 1, 3));
    });
  });
}
