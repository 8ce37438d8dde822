import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Point } from './geometry.ts';
import { detailFor, pathThrough, thinPoints } from './path.ts';
import { smoothPath } from './smooth-path.ts';

const point = fc.record({
  x: fc.double({ min: -5e4, max: 5e4, noNaN: true }),
  y: fc.double({ min: -5e4, max: 5e4, noNaN: true }),
});
const points = fc.array(point, { minLength: 1, maxLength: 80 });

/** Adds up a path's steps: where a browser's pen stands at the end. */
function endOf(path: string): Point {
  const at = { x: 0, y: 0 };
  for (const [, command = '', numbers = ''] of path.matchAll(/([Mlqt])([^Mlqtz]*)/g)) {
    const values = numbers.trim().split(/\s+/).map(Number);
    const size = command === 'q' ? 4 : 2;
    for (let from = 0; from + size <= values.length; from += size) {
      at.x += values[from + size - 2] ?? 0;
      at.y += values[from + size - 1] ?? 0;
    }
  }
  return at;
}

test('relative steps end where the line ends, however long it is', () => {
  fc.assert(
    fc.property(points, fc.constantFrom(0.2, 1, 4), (line, unit) => {
      const detail = detailFor(unit);
      const last = line.at(-1) ?? { x: 0, y: 0 };
      const end = endOf(pathThrough(line, detail));
      expect(Math.hypot(end.x - last.x, end.y - last.y)).toBeLessThan(0.1);
    }),
  );
});

test('a smooth line ends within its own detail of the last point that was kept', () => {
  fc.assert(
    fc.property(points, fc.constantFrom(0.2, 1, 4), (line, unit) => {
      const detail = detailFor(unit);
      const last = line.at(-1) ?? { x: 0, y: 0 };
      const end = endOf(smoothPath(line, detail));
      expect(Math.hypot(end.x - last.x, end.y - last.y)).toBeLessThan(detail.tolerance * 3 + 0.3);
    }),
  );
});

test('thinning keeps both ends and every point that strays', () => {
  const straight = Array.from({ length: 50 }, (_, at) => ({ x: at, y: 0 }));
  expect(thinPoints(straight, 0.1)).toEqual([straight[0], straight[49]]);
  const corner = [...straight, { x: 49, y: 30 }];
  expect(thinPoints(corner, 0.1)).toHaveLength(3);
});

test('a path of one point or none is still a path', () => {
  expect(pathThrough([], detailFor(1))).toBe('');
  expect(pathThrough([{ x: 1, y: 2 }], detailFor(1))).toBe('M1 2');
  expect(smoothPath([{ x: 1, y: 2 }], detailFor(1))).toBe('M1 2');
});
