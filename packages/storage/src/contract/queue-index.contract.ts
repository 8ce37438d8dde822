import { describe, expect, it } from 'vitest';
import { freshId, sampleLine } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every index of the queue does, whatever keeps it. */
export function queueIndexContract(open: OpenTestStore): void {
  describe('queue index', () => {
    const store = useStore(open);

    it('[D18] a board that was never applied stands at 0', async () => {
      expect(await store.storage.queue.appliedSeq(freshId())).toBe(0);
    });

    it('[D18] a line comes back deep-equal to the school it waits for', async () => {
      const line = sampleLine();
      await store.storage.queue.apply(line.board, 3, [line]);
      expect(await store.storage.queue.openOf(line.school)).toStrictEqual([line]);
      expect(await store.storage.queue.appliedSeq(line.board)).toBe(3);
    });

    it('a school without lines has none', async () => {
      expect(await store.storage.queue.openOf(freshId())).toStrictEqual([]);
    });

    it('lines of two schools on one board go to their own school', async () => {
      const board = freshId();
      const [one, two] = [sampleLine({ board, case: 'one' }), sampleLine({ board, case: 'two' })];
      await store.storage.queue.apply(board, 1, [one, two]);
      expect(await store.storage.queue.openOf(one.school)).toStrictEqual([one]);
      expect(await store.storage.queue.openOf(two.school)).toStrictEqual([two]);
    });

    it('a line takes the place of an earlier one of its case', async () => {
      const line = sampleLine();
      await store.storage.queue.apply(line.board, 1, [line]);
      const later = { ...line, changedAt: line.changedAt + 9, author: 'somebody else' };
      await store.storage.queue.apply(line.board, 2, [later]);
      expect(await store.storage.queue.openOf(line.school)).toStrictEqual([later]);
    });

    it('lines that are not named stay', async () => {
      const [board, school] = [freshId(), freshId()];
      const [one, two] = [sampleLine({ board, school, case: 'one' }), sampleLine({ board, school, case: 'two' })];
      await store.storage.queue.apply(board, 1, [one]);
      await store.storage.queue.apply(board, 2, [two]);
      expect(await store.storage.queue.openOf(school)).toStrictEqual([one, two]);
    });

    it('[SG-28] what was sent back stands apart from what is open, the oldest first', async () => {
      const school = freshId();
      const [late, early] = [2, 1].map((openedAt) => sampleLine({ school, openedAt, status: 'returned' }));
      const lines = [late, early, sampleLine({ school }), sampleLine({ school, status: 'rejected' })];
      for (const line of lines) if (line) await store.storage.queue.apply(line.board, 1, [line]);
      expect(await store.storage.queue.returnedOf(school)).toStrictEqual([early, late]);
    });

    it('the same case id on two boards is two cases', async () => {
      const school = freshId();
      const lines = [sampleLine({ school, openedAt: 1 }), sampleLine({ school, openedAt: 2 })];
      for (const line of lines) await store.storage.queue.apply(line.board, 1, [line]);
      expect(await store.storage.queue.openOf(school)).toStrictEqual(lines);
    });

    it('[TL2] decided lines of an author come over all boards in order of their last change, open ones do not', async () => {
      const author = freshId();
      const lines = [4, 2, 3].map((changedAt) =>
        sampleLine({ author, changedAt, status: changedAt === 3 ? 'rejected' : 'approved' }),
      );
      const others = [
        sampleLine({ author }),
        sampleLine({ status: 'approved' }),
        sampleLine({ author, status: 'withdrawn' }),
      ];
      for (const line of [...lines, ...others]) await store.storage.queue.apply(line.board, 1, [line]);
      const [fourth, second, third] = lines;
      expect(await store.storage.queue.decidedOf(author)).toStrictEqual([second, third, fourth]);
    });

    it('a decided case does not wait any more', async () => {
      const line = sampleLine();
      await store.storage.queue.apply(line.board, 1, [line]);
      await store.storage.queue.apply(line.board, 2, [{ ...line, status: 'approved' }]);
      expect(await store.storage.queue.openOf(line.school)).toStrictEqual([]);
    });

    it('[D18] an older number changes nothing', async () => {
      const line = sampleLine();
      await store.storage.queue.apply(line.board, 5, [{ ...line, status: 'approved' }]);
      await store.storage.queue.apply(line.board, 4, [line, { ...line, case: 'other' }]);
      expect(await store.storage.queue.openOf(line.school)).toStrictEqual([]);
      expect(await store.storage.queue.appliedSeq(line.board)).toBe(5);
    });

    it('[D18] the same number can be applied again, as after a crash', async () => {
      const line = sampleLine();
      await store.storage.queue.apply(line.board, 5, [line]);
      const again = { ...line, author: 'somebody else' };
      await store.storage.queue.apply(line.board, 5, [again]);
      expect(await store.storage.queue.openOf(line.school)).toStrictEqual([again]);
    });

    it('entries without lines move the number on', async () => {
      const line = sampleLine();
      await store.storage.queue.apply(line.board, 2, [line]);
      await store.storage.queue.apply(line.board, 8, []);
      expect(await store.storage.queue.appliedSeq(line.board)).toBe(8);
      expect(await store.storage.queue.openOf(line.school)).toStrictEqual([line]);
    });

    it('[D18] steps asked for without waiting are taken in their order', async () => {
      const [board, school] = [freshId(), freshId()];
      const lines = Array.from({ length: 12 }, (_, index) =>
        sampleLine({ board, school, case: `${index}`, openedAt: index }),
      );
      await Promise.all(lines.map((line, index) => store.storage.queue.apply(board, index + 1, [line])));
      expect(await store.storage.queue.openOf(school)).toStrictEqual(lines);
    });

    it('longest waiting comes first, then board and case', async () => {
      const school = freshId();
      const [low, high] = [freshId(), freshId()].sort();
      if (low === undefined || high === undefined) throw new Error('there are two');
      const line = (board: string, id: string, openedAt: number) => sampleLine({ board, school, case: id, openedAt });
      await store.storage.queue.apply(high, 1, [line(high, 'b', 5), line(high, 'a', 5), line(high, 'c', 2)]);
      await store.storage.queue.apply(low, 1, [line(low, 'z', 5), line(low, 'y', 9)]);
      const order = (await store.storage.queue.openOf(school)).map(({ case: id }) => id);
      expect(order).toStrictEqual(['c', 'z', 'a', 'b', 'y']);
    });

    it('[D18] lines are applied all or not at all', async () => {
      const board = freshId();
      const good = sampleLine({ board, case: 'good' });
      const bad = { ...sampleLine({ board, case: 'bad', school: good.school }), status: 'unheard of' } as never;
      await expect(store.storage.queue.apply(board, 1, [good, bad])).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.queue.openOf(good.school)).toStrictEqual([]);
      expect(await store.storage.queue.appliedSeq(board)).toBe(0);
    });

    it('a line of another board is refused', async () => {
      await expect(store.storage.queue.apply(freshId(), 1, [sampleLine()])).rejects.toBeInstanceOf(RangeError);
    });

    it('two lines of one case are refused', async () => {
      const line = sampleLine();
      await expect(store.storage.queue.apply(line.board, 1, [line, line])).rejects.toBeInstanceOf(RangeError);
    });

    it('case ids and authors may look like operators or paths', async () => {
      const [board, school] = [freshId(), freshId()];
      const lines = ['$set', 'a.b', '__proto__', '$$ROOT'].map((id, index) =>
        sampleLine({ board, school, case: id, author: '$author', openedAt: index }),
      );
      await store.storage.queue.apply(board, 1, lines);
      expect(await store.storage.queue.openOf(school)).toStrictEqual(lines);
    });

    it('counts lines of a status since a moment, that moment included', async () => {
      const [board, school] = [freshId(), freshId()];
      const line = (id: string, changedAt: number) =>
        sampleLine({ board, school, case: id, status: 'approved', changedAt });
      await store.storage.queue.apply(board, 1, [line('a', 10), line('b', 20), line('c', 30)]);
      expect(await store.storage.queue.countSince(school, 'approved', 20)).toBe(2);
      expect(await store.storage.queue.countSince(school, 'approved', 31)).toBe(0);
    });

    it('counts over all boards, each status and school apart', async () => {
      const school = freshId();
      for (const status of ['open', 'rejected', 'rejected'] as const) {
        const line = sampleLine({ school, status });
        const other = sampleLine({ board: line.board, case: 'other', status });
        await store.storage.queue.apply(line.board, 1, [line, other]);
      }
      expect(await store.storage.queue.countSince(school, 'rejected', 0)).toBe(2);
      expect(await store.storage.queue.countSince(school, 'open', 0)).toBe(1);
      expect(await store.storage.queue.countSince(school, 'returned', 0)).toBe(0);
    });
  });
}
