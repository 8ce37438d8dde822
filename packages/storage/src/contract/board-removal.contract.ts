import { describe, expect, it } from 'vitest';
import { freshId, sampleAdmission, sampleBoard, sampleEntries, sampleLine, samplePublication } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every store does when a whole board goes. */
export function boardRemovalContract(open: OpenTestStore): void {
  describe('removing a board', () => {
    const store = useStore(open);

    it('[KE3] its facts and admissions go, those of others stay', async () => {
      const { catalogue } = store.storage;
      const school = freshId();
      const [gone, other] = [sampleBoard({ schools: [school] }), sampleBoard({ schools: [school] })];
      for (const board of [gone, other]) await catalogue.create(board);
      const [left, kept] = [gone, other].map(({ id }) => sampleAdmission({ board: id }));
      for (const one of [left, kept]) if (one) await catalogue.admit(one);
      await catalogue.remove(gone.id);
      await catalogue.remove(gone.id);
      expect(await catalogue.board(gone.id)).toBeNull();
      expect(await catalogue.boardsOf(school)).toStrictEqual([other]);
      expect(await catalogue.admissionsOf(gone.id)).toStrictEqual([]);
      expect(await catalogue.admissionsOf(other.id)).toStrictEqual([kept]);
    });

    it('[KE3] its journal and checkpoints go, and entry 1 may follow again', async () => {
      const { journal } = store.storage;
      const [gone, other] = [freshId(), freshId()];
      for (const board of [gone, other]) {
        await journal.append(sampleEntries(board, 1, 3));
        await journal.putCheckpoint({ board, epoch: 'epoch', seq: 3, chunks: 2, schema: {} }, ['one', 'two']);
      }
      await journal.remove(gone);
      await journal.remove(gone);
      expect(await journal.read(gone, 1, 9)).toStrictEqual([]);
      expect(await journal.lastSeq(gone)).toBe(0);
      expect(await journal.latestCheckpoint(gone)).toBeNull();
      expect((await journal.latestCheckpoint(other))?.chunks).toStrictEqual(['one', 'two']);
      expect(await journal.read(other, 1, 9)).toStrictEqual(sampleEntries(other, 1, 3));
      await journal.append(sampleEntries(gone, 1, 1));
      expect(await journal.lastSeq(gone)).toBe(1);
    });

    it('[KE3] its publications go, ended ones too', async () => {
      const { publications } = store.storage;
      const board = freshId();
      const [one, two] = [samplePublication({ board }), samplePublication({ board })];
      const other = samplePublication();
      for (const publication of [one, two, other]) await publications.create(publication);
      await publications.withdraw(two.id, freshId(), 5);
      await publications.removeOf(board);
      expect(await publications.publicationsOf(board)).toStrictEqual([]);
      expect(await publications.publication(one.id)).toBeNull();
      expect(await publications.publication(other.id)).toStrictEqual(other);
    });

    it('[KE3] its lines go from the queue, and the index speaks of it from the beginning again', async () => {
      const { queue } = store.storage;
      const school = freshId();
      const [gone, other] = [sampleLine({ school }), sampleLine({ school })];
      for (const line of [gone, other]) await queue.apply(line.board, 4, [line]);
      await queue.remove(gone.board);
      expect(await queue.openOf(school)).toStrictEqual([other]);
      expect(await queue.appliedSeq(gone.board)).toBe(0);
      expect(await queue.appliedSeq(other.board)).toBe(4);
    });

    it('[KE1] a board can be archived and brought back', async () => {
      const { catalogue } = store.storage;
      const board = sampleBoard();
      await catalogue.create(board);
      const archived = { at: 1, goesAt: 2, saidAt: null, heldAt: null };
      await catalogue.update(board.id, { archived });
      expect(await catalogue.board(board.id)).toStrictEqual({ ...board, archived });
      await catalogue.update(board.id, { archived: null });
      expect((await catalogue.board(board.id))?.archived ?? null).toBeNull();
    });
  });
}
