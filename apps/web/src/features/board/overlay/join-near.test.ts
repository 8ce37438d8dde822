import fc from 'fast-check';
import { expect, test } from 'vitest';

import { joinNear } from './join-near.ts';
import type { PageRect } from './join-near.ts';

const at = (x: number, y: number, size = 10): PageRect => ({ minX: x, minY: y, maxX: x + size, maxY: y + size });

test('strokes that stand near each other are one piece, others stay apart', () => {
  expect(joinNear([at(0, 0), at(30, 0), at(500, 0)], 48)).toEqual([
    { minX: 0, minY: 0, maxX: 40, maxY: 10 },
    at(500, 0),
  ]);
});

test('a stroke between two pieces joins both', () => {
  expect(joinNear([at(0, 0), at(100, 0), at(50, 0)], 48)).toEqual([{ minX: 0, minY: 0, maxX: 110, maxY: 10 }]);
});

test('the order of the strokes makes no difference to how many pieces there are, and every stroke is in one', () => {
  const rect = fc.record({ x: fc.nat({ max: 600 }), y: fc.nat({ max: 600 }) }).map(({ x, y }) => at(x, y));
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 12 }), (rects) => {
      const pieces = joinNear(rects, 48);
      expect(joinNear(rects.toReversed(), 48)).toHaveLength(pieces.length);
      const isInside = (one: PageRect): boolean =>
        pieces.some(
          (piece) =>
            piece.minX <= one.minX && piece.minY <= one.minY && piece.maxX >= one.maxX && piece.maxY >= one.maxY,
        );
      expect(rects.every(isInside)).toBe(true);
    }),
  );
});
