import { circle, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const tree: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M42 56h12l4 36q-10 3-20 0z', fill(palette.brown)),
    path(
      'M26 16C30 4 66 4 70 16c14 1 20 14 16 24 0 14-14 21-25 19H35c-12 2-25-5-25-19-4-10 2-23 16-24z',
      fill(palette.green),
    ),
    path('M48 66V41M48 57L36 46M48 51l11-11', line(palette.bark, 3.6)),
    circle([47, 20, 4.6], fill(palette.coral)),
    circle([27, 35, 4.6], fill(palette.coral)),
    circle([67, 28, 4.6], fill(palette.coral)),
    circle([72, 47, 4.6], fill(palette.coral)),
  ],
};
