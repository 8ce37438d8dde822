import { fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const umbrella: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M48 12V4M48 50v32q0 9 9.5 9t9.5-9', line(palette.pageInk, 5)),
    path(
      'M3 53C5 27 25 10 48 10s43 17 45 43q-7.5-7-15 0-7.5-7-15 0-7.5-7-15 0-7.5-7-15 0-7.5-7-15 0-7.5-7-15 0z',
      fill(palette.plum),
    ),
    path('M33 53c0-20 7-36 15-43 8 7 15 23 15 43q-7.5-7-15 0-7.5-7-15 0z', fill(palette.pink)),
  ],
};
