import { circle, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const moon: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M74 12a40 40 0 1 0 0 72a37.5 37.5 0 0 1 0-72z', fill(palette.amber)),
    circle([30, 45, 4.4], fill(palette.ink)),
    path('M26 57q7 7 14 2', line(palette.ink, 3)),
    path(
      'M69 34q2 9 11 11-9 2-11 11-2-9-11-11 9-2 11-11zM83 60q1.5 6 7 7-5.5 1.5-7 7-1.5-5.5-7-7 5.5-1 7-7z',
      fill(palette.blue),
    ),
  ],
};
