import { circle, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const fish: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M66 48l27-23q-8 23 0 46z', fill(palette.blue)),
    path('M28 31c5-9 15-12 28-10-5 4-5 9-3 14z', fill(palette.navy)),
    path('M5 48c8-16 21-22 35-22s23 9 30 22c-7 13-16 22-30 22S13 64 5 48z', fill(palette.blue)),
    path('M33 34q9 14 0 29M43.5 36q7 12 0 25M53.5 40q5 8 0 17', line(palette.sky, 3.4)),
    circle([20, 43, 7], fill(palette.white)),
    circle([19, 43.5, 3.7], fill(palette.ink)),
    path('M7 54q6 3.5 12-1', line(palette.ink, 3)),
  ],
};
