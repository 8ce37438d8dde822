import { circle, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const whale: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path(
      'M4 56c0-20 16-33 38-33 15 0 24 11 33 11 8 0 9-6 11-11q3-4 4 0c4 13 3 22-3 30-3 21-19 37-43 37C20 90 4 76 4 56z',
      fill(palette.teal),
    ),
    path('M8 68c15 6 38 6 54-1-3 14-13 23-24 23-14 0-25-10-30-22z', fill(palette.cream)),
    path('M21 74v9M32 75v13M43 74v12', line(palette.stone, 3)),
    circle([26, 53, 5], fill(palette.ink)),
    path('M7 63q11 6 23-1', line(palette.ink, 4)),
    path('M42 15V9M42 10q-2-6-11-6M42 10q2-6 11-6', line(palette.blue, 4)),
  ],
};
