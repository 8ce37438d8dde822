import { fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes, muzzleMouth } from '../faces.ts';
import { palette } from '../palette.ts';

export const cat: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path(
      'M16 13q2-3 5 0l16 11q11-2 22 0l16-11q3-3 5 0c2 13 5 25 5 37 0 20-17 34-37 34S11 70 11 50c0-12 3-24 5-37z',
      fill(palette.coral),
    ),
    path('M21 21l14 8q-8 3-13 10zM75 21l-14 8q8 3 13 10z', fill(palette.pink)),
    path('M42.5 23.5h11l-1.5 13q-4 4-8 0z', fill(palette.coralDeep)),
    ...eyes(32, 64, { y: 49 }),
    path('M43.5 60h9l-4.5 5z', fill(palette.ink)),
    muzzleMouth(48, 68, 21),
    path('M3 52l17 4M3 67l17-3M93 52l-17 4M93 67l-17-3', line(palette.pageInk, 3)),
  ],
};
