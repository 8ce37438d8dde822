import { circle, ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes } from '../faces.ts';
import { palette } from '../palette.ts';

export const owl: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path(
      'M16 12q3-3 5 1 6 9 16 9h22q10 0 16-9 2-4 5-1c3 13 5 28 5 41 0 19-16 32-37 32S11 72 11 53c0-13 2-28 5-41z',
      fill(palette.brown),
    ),
    ellipse([48, 66, 22, 19], fill(palette.tan)),
    circle([33, 39, 16.5], fill(palette.cream)),
    circle([63, 39, 16.5], fill(palette.cream)),
    ...eyes(34, 62, { y: 39, radius: 6.5 }),
    path('M48 43l7 7-7 9-7-9z', fill(palette.amber)),
    path('M37 66l5.5 5 5.5-5 5.5 5 5.5-5M42.5 76l5.5 5 5.5-5', line(palette.brown, 3)),
  ],
};
