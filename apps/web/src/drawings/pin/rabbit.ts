import { ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes, muzzleMouth } from '../faces.ts';
import { palette } from '../palette.ts';

export const rabbit: Drawing = {
  width: 96,
  height: 96,
  marks: [
    ellipse([33, 25, 10, 23, -6], fill(palette.stone)),
    ellipse([63, 25, 10, 23, 6], fill(palette.stone)),
    ellipse([33.5, 27, 4.6, 16, -6], fill(palette.pink)),
    ellipse([62.5, 27, 4.6, 16, 6], fill(palette.pink)),
    ellipse([48, 66, 33, 28], fill(palette.stone)),
    ...eyes(35, 61, { y: 60 }),
    path('M43.5 68h9l-4.5 5z', fill(palette.plum)),
    muzzleMouth(48, 78, 17),
    path('M11 68l15 3M11 79l15-2M85 68l-15 3M85 79l-15-2', line(palette.pageInk, 3)),
  ],
};
