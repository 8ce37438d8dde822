import { circle, fill, group, line, path, rect } from '../drawing.ts';
import type { Drawing, Mark } from '../drawing.ts';
import { palette } from '../palette.ts';

// One side; the other is its mirror.
const wing: readonly Mark[] = [
  path(
    'M46 47C41 28 25 11 11 14 0 17 4 38 13 46c10 8 24 6 33 1zM46 50c-12 0-28 8-32 19-4 13 8 19 19 12 9-6 13-19 13-31z',
    fill(palette.plum),
  ),
  circle([22, 28, 8], fill(palette.pink)),
  circle([26, 70, 5.5], fill(palette.amber)),
  path('M48 27C45 19 41 14 35 12', line(palette.pageInk, 3)),
];

export const butterfly: Drawing = {
  width: 96,
  height: 96,
  marks: [
    ...wing,
    group({ transform: 'matrix(-1 0 0 1 96 0)' }, wing),
    rect([44, 25, 8, 60, 4], fill(palette.pageInk)),
  ],
};
