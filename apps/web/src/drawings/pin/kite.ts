import { fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const kite: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M52 3L19 32l30-2z', fill(palette.amber)),
    path('M52 3l33 24-36 3z', fill(palette.teal)),
    path('M85 27L47 68l2-38z', fill(palette.amber)),
    path('M47 68L19 32l30-2z', fill(palette.teal)),
    path('M52 3l-5 65M19 32l66-5', line(palette.pageInk, 3)),
    path('M47 68q-8 4-6 10t-3 10-14 5', line(palette.pageInk, 2.8)),
    path('M42 77l-9-4 1 9zM42 77l8 3-7 5zM31 91l-7-6-2 9zM31 91l5-7 4 8z', fill(palette.coral)),
  ],
};
