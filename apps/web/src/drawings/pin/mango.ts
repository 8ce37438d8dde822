import { fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const mango: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path(
      'M33 23c18-6 37 0 46 15 8 12 11 23 8 34-4 13-20 19-37 19C25 91 8 77 8 57c0-16 11-29 25-34z',
      fill(palette.amber),
    ),
    path('M33 23c18-6 37 0 46 15 4 6 6.5 11 7.8 16C73 47 63 49 53 40c-7-6-12-11-20-17z', fill(palette.coral)),
    path('M21 65q2 11 11 17', line(palette.cream, 5)),
    path('M33 24q-1-9-8-13', line(palette.bark, 5.5)),
    path('M36 21C42 8 54 4 68 9c-5 10-18 15-32 12z', fill(palette.green)),
  ],
};
