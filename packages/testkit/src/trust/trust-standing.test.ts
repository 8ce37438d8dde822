import { trustStanding, type TrustHistory } from '@bridgeboard/domain';
import type { QueueLine, TrustKind, TrustLevel, TrustMark } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

type Judged = TrustHistory['judged'][number];

const kinds: readonly TrustKind[] = ['words', 'drawing', 'picture'];
const ranks: readonly (TrustLevel | null)[] = ['before', null, 'after', 'trusted'];
const rank = (level: TrustLevel | null): number => ranks.indexOf(level);

const some = (count: number, status: QueueLine['status'] = 'approved', from = 1): Judged[] =>
  Array.from({ length: count }, (_, i) => ({ status, kinds: ['words'], changedAt: from + i }));

describe('a ladder of ten', () => {
  const level = (judged: Judged[], marks: TrustMark[] = []) =>
    trustStanding({ judged, marks, after: 10 }, 'words').level;

  test('[TL2] rises by one with each ten approvals in a row, and no further than trusted', () => {
    expect([0, 9, 10, 19, 20, 99].map((count) => level(some(count)))).toEqual([
      null,
      null,
      'after',
      'after',
      'trusted',
      'trusted',
    ]);
  });

  test('[TL2] never rises by itself where the school wants that', () => {
    expect(trustStanding({ judged: some(99), marks: [], after: null }, 'words')).toMatchObject({
      level: null,
      clean: 99,
    });
  });

  test('[TL3] falls at once with one rejection, and begins anew', () => {
    const fallen = [...some(30), ...some(1, 'rejected', 31)];
    expect(trustStanding({ judged: fallen, marks: [], after: 10 }, 'words')).toEqual({
      level: 'before',
      cause: 'rejected',
      clean: 0,
      at: 31,
      by: null,
    });
    expect(level([...fallen, ...some(9, 'approved', 40)])).toBe('before');
    expect(level([...fallen, ...some(10, 'approved', 40)])).toBe('after');
  });

  test('[TL3] what staff set, or put away, holds from then on', () => {
    const mark = (level: TrustLevel | null, at: number): TrustMark => ({
      kind: 'words',
      level,
      cause: 'set',
      by: 'reed',
      at,
    });
    expect(level(some(20), [mark('before', 50)])).toBe('before');
    expect(level([...some(20), ...some(10, 'approved', 60)], [mark('before', 50)])).toBe('after');
    expect(level(some(1, 'rejected', 60), [mark('trusted', 50)])).toBe('before');
    expect(level(some(5, 'rejected'), [mark(null, 50)])).toBeNull();
  });
});

const judged = fc.record({
  status: fc.constantFrom<QueueLine['status']>('approved', 'approved', 'approved', 'rejected', 'open', 'withdrawn'),
  kinds: fc.subarray([...kinds]),
  changedAt: fc.nat({ max: 60 }),
});
const mark = fc.record({
  kind: fc.constantFrom(...kinds),
  level: fc.constantFrom<TrustMark['level'][]>('before', 'after', 'trusted', null),
  cause: fc.constantFrom('set' as const, 'put-away' as const),
  by: fc.constant('reed'),
  at: fc.nat({ max: 60 }),
});
const history = fc.record({
  judged: fc.uniqueArray(judged, { maxLength: 40, selector: ({ changedAt }) => changedAt }),
  marks: fc.uniqueArray(mark, { selector: ({ kind }) => kind }),
  after: fc.option(fc.integer({ min: 1, max: 5 })),
});

test('[TL2] [TL3] no order of what is read changes a standing, a rejection raises nobody, an approval lowers nobody', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...kinds), (about, kind) => {
      const now = trustStanding(about, kind);
      expect(
        trustStanding({ ...about, judged: about.judged.toReversed(), marks: about.marks.toReversed() }, kind),
      ).toEqual(now);
      const later = (status: QueueLine['status'], of = kind) =>
        trustStanding({ ...about, judged: [...about.judged, { status, kinds: [of], changedAt: 99 }] }, kind);
      expect(later('rejected').level).toBe('before');
      const [before, after] = [rank(now.level), rank(later('approved').level)];
      expect(after).toBeGreaterThanOrEqual(before);
      expect([before === after, now.clean + 1 === about.after]).toContain(true);
      for (const other of kinds.filter((one) => one !== kind)) expect(later('rejected', other)).toEqual(now);
      for (const status of ['open', 'withdrawn', 'returned'] as const) expect(later(status)).toEqual(now);
    }),
  );
});
