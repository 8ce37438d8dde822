import { describe, expect, it } from 'vitest';
import { IdTaken } from '../ports/errors.ts';
import { freshId, sampleAdmission, sampleBoard } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every catalogue of boards does, whatever keeps it. */
export function boardCatalogueContract(open: OpenTestStore): void {
  describe('boards', () => {
    const store = useStore(open);

    it('a board comes back deep-equal', async () => {
      const board = sampleBoard({ partnership: freshId(), schools: [freshId(), freshId()], title: '' });
      await store.storage.catalogue.create(board);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual(board);
    });

    it('an unknown board is null', async () => {
      expect(await store.storage.catalogue.board(freshId())).toBeNull();
    });

    it('an id that is taken is refused, and the first board stays', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      await expect(store.storage.catalogue.create({ ...board, title: 'Other' })).rejects.toBeInstanceOf(IdTaken);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual(board);
    });

    it('of two that create the same board at once, one is refused', async () => {
      const board = sampleBoard();
      const answers = await Promise.allSettled([1, 2].map(() => store.storage.catalogue.create(board)));
      expect(answers.map((answer) => answer.status).sort()).toStrictEqual(['fulfilled', 'rejected']);
    });

    it('a board is found from each of its schools and from no other', async () => {
      const board = sampleBoard({ schools: [freshId(), freshId()] });
      await store.storage.catalogue.create(board);
      for (const school of board.schools) {
        expect(await store.storage.catalogue.boardsOf(school)).toStrictEqual([board]);
      }
      expect(await store.storage.catalogue.boardsOf(freshId())).toStrictEqual([]);
    });

    it('boards are listed newest change first, then by id', async () => {
      const schools = [freshId()];
      const boards = [5, 9, 5, 7, 5].map((changedAt) => sampleBoard({ schools, changedAt }));
      for (const board of boards) await store.storage.catalogue.create(board);
      const tied = boards.filter((board) => board.changedAt === 5).map((board) => board.id);
      expect((await store.storage.catalogue.boardsOf(schools[0] ?? '')).map((board) => board.id)).toStrictEqual([
        boards[1]?.id,
        boards[3]?.id,
        ...tied.sort(),
      ]);
    });

    it('a change moves a board to the front of the list', async () => {
      const schools = [freshId()];
      const boards = [1, 2, 3].map((changedAt) => sampleBoard({ schools, changedAt }));
      for (const board of boards) await store.storage.catalogue.create(board);
      await store.storage.catalogue.update(boards[0]?.id ?? '', { changedAt: 4 });
      expect((await store.storage.catalogue.boardsOf(schools[0] ?? ''))[0]).toStrictEqual({
        ...boards[0],
        changedAt: 4,
      });
    });

    it('a board that names a school twice is listed once', async () => {
      const school = freshId();
      await store.storage.catalogue.create(sampleBoard({ schools: [school, school] }));
      expect(await store.storage.catalogue.boardsOf(school)).toHaveLength(1);
    });

    it('keeps whom each school has on a board, nobody as well', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      const nobody = { school: board.host, classes: [], pupils: [] };
      for (const members of [[{ ...nobody, classes: [freshId()], pupils: [freshId(), freshId()] }], [nobody], []]) {
        await store.storage.catalogue.update(board.id, { members });
        expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, members });
      }
    });

    it('only the named facts change', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      expect(await store.storage.catalogue.update(board.id, { title: 'Seas' })).toBe(true);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, title: 'Seas' });
    });

    it('all facts that change may change at once', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      const facts = { title: 'Seas', changedAt: 1_790_000_000_123, doorOpenUntil: 1_790_000_000_456 };
      await store.storage.catalogue.update(board.id, facts);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, ...facts });
    });

    it('[SG-37] a board whose schools change is found from those that it has then, and from no other', async () => {
      const [stays, goes, comes] = [freshId(), freshId(), freshId()];
      const board = sampleBoard({ schools: [stays, goes], partnership: freshId(), host: goes });
      await store.storage.catalogue.create(board);
      const left = [
        { school: goes, by: freshId(), at: 5, copy: freshId(), done: false },
        { school: freshId(), by: freshId(), at: 4, copy: null, done: true },
      ];
      const facts = { schools: [stays, comes], host: stays, partnership: null, left };
      expect(await store.storage.catalogue.update(board.id, facts)).toBe(true);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, ...facts });
      const found = await Promise.all([stays, comes, goes].map((school) => store.storage.catalogue.boardsOf(school)));
      expect(found.map((boards) => boards.length)).toStrictEqual([1, 1, 0]);
    });

    it('guests come back deep-equal, and go', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      const guest = { id: freshId(), school: freshId(), by: freshId(), name: 'Dr Cole', tokenHash: 'a', endsAt: 5 };
      const guests = [
        { ...guest, sessionHash: null },
        { ...guest, id: freshId(), sessionHash: 'b', adds: true as const },
      ];
      await store.storage.catalogue.update(board.id, { guests });
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, guests });
      const knownGuests = [{ id: guest.id, school: guest.school, name: guest.name }];
      await store.storage.catalogue.update(board.id, { knownGuests });
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, guests, knownGuests });
      await store.storage.catalogue.update(board.id, { guests: [], knownGuests: [] });
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual({ ...board, guests: [], knownGuests: [] });
    });

    it('a change that names nothing says whether the board is there', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      expect(await store.storage.catalogue.update(board.id, {})).toBe(true);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual(board);
    });

    it('a change that could not be read back is refused', async () => {
      const board = sampleBoard();
      await store.storage.catalogue.create(board);
      const facts = { title: { $set: 1 } } as never;
      await expect(store.storage.catalogue.update(board.id, facts)).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.catalogue.board(board.id)).toStrictEqual(board);
    });

    it('a change of an unknown board is false and makes none', async () => {
      const id = freshId();
      expect(await store.storage.catalogue.update(id, { title: 'Seas' })).toBe(false);
      expect(await store.storage.catalogue.board(id)).toBeNull();
    });
  });

  describe('admissions', () => {
    const store = useStore(open);

    it('an admission comes back deep-equal', async () => {
      const admission = sampleAdmission();
      await store.storage.catalogue.admit(admission);
      expect(await store.storage.catalogue.admission(admission.board, admission.pupil)).toStrictEqual(admission);
    });

    it('who was not let in has none', async () => {
      const admission = sampleAdmission();
      await store.storage.catalogue.admit(admission);
      expect(await store.storage.catalogue.admission(admission.board, freshId())).toBeNull();
      expect(await store.storage.catalogue.admission(freshId(), admission.pupil)).toBeNull();
    });

    it('letting in again changes nothing', async () => {
      const admission = sampleAdmission();
      await store.storage.catalogue.admit(admission);
      await store.storage.catalogue.admit({ ...admission, by: freshId(), at: admission.at + 5 });
      expect(await store.storage.catalogue.admissionsOf(admission.board)).toStrictEqual([admission]);
    });

    it('letting in twice at once lets in once', async () => {
      const admission = sampleAdmission();
      await Promise.all([1, 2, 3].map(() => store.storage.catalogue.admit(admission)));
      expect(await store.storage.catalogue.admissionsOf(admission.board)).toStrictEqual([admission]);
    });

    it('a board lists who was let in, first come first, then by pupil', async () => {
      const board = freshId();
      const admissions = [7, 3, 3, 5].map((at) => sampleAdmission({ board, at }));
      for (const admission of [...admissions, sampleAdmission()]) await store.storage.catalogue.admit(admission);
      const tied = admissions.slice(1, 3).map((admission) => admission.pupil);
      expect((await store.storage.catalogue.admissionsOf(board)).map((admission) => admission.pupil)).toStrictEqual([
        ...tied.sort(),
        admissions[3]?.pupil,
        admissions[0]?.pupil,
      ]);
    });

    it('an admission that was ended is gone, those of others stay', async () => {
      const board = freshId();
      const [one, two] = [sampleAdmission({ board }), sampleAdmission({ board })];
      await store.storage.catalogue.admit(one);
      await store.storage.catalogue.admit(two);
      await store.storage.catalogue.dismiss(board, one.pupil);
      expect(await store.storage.catalogue.admission(board, one.pupil)).toBeNull();
      expect(await store.storage.catalogue.admissionsOf(board)).toStrictEqual([two]);
    });

    it('ending an admission that is none changes nothing', async () => {
      await expect(store.storage.catalogue.dismiss(freshId(), freshId())).resolves.toBeUndefined();
    });

    it('who was dismissed can be let in anew', async () => {
      const admission = sampleAdmission();
      await store.storage.catalogue.admit(admission);
      await store.storage.catalogue.dismiss(admission.board, admission.pupil);
      const anew = { ...admission, at: admission.at + 60_000 };
      await store.storage.catalogue.admit(anew);
      expect(await store.storage.catalogue.admission(admission.board, admission.pupil)).toStrictEqual(anew);
    });
  });
}
