import { ellipse, fill, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes, muzzleMouth } from '../faces.ts';
import { palette } from '../palette.ts';

export const dog: Drawing = {
  width: 96,
  height: 96,
  marks: [
    ellipse([48, 51, 35, 36], fill(palette.tan)),
    path('M45 15c17-2 35 9 38 30-5 7-12 8-17 5-10-3-20-17-21-35z', fill(palette.brown)),
    path(
      'M27 21C17 13 5 21 3 44c0 15 5 23 12 23 9 0 13-10 11-25zM69 21c10-8 22 0 24 23 0 15-5 23-12 23-9 0-13-10-11-25z',
      fill(palette.brown),
    ),
    ellipse([48, 68, 18, 15], fill(palette.cream)),
    ...eyes(34, 62, { y: 46, radius: 5 }),
    ellipse([48, 58, 8, 6], fill(palette.ink)),
    muzzleMouth(48, 71, 20),
  ],
};
