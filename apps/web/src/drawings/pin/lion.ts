import { circle, ellipse, fill, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes, muzzleMouth } from '../faces.ts';
import { palette } from '../palette.ts';

export const lion: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path(
      'M48 1.5 56.7 10 68.2 6.1 72.3 17.5 84.4 19 83.1 31.1 93.3 37.7 87 48 93.3 58.3 83.1 64.9 84.4 77 72.3 78.5 68.2 89.9 56.7 86 48 94.5 39.3 86 27.8 89.9 23.7 78.5 11.6 77 12.9 64.9 2.7 58.3 9 48 2.7 37.7 12.9 31.1 11.6 19 23.7 17.5 27.8 6.1 39.3 10z',
      fill(palette.coral),
    ),
    circle([26, 29, 9], fill(palette.amber)),
    circle([70, 29, 9], fill(palette.amber)),
    circle([48, 49, 28.5], fill(palette.amber)),
    ellipse([48, 62, 15.5, 12.5], fill(palette.cream)),
    ...eyes(35, 61, { y: 46 }),
    path('M42 55h12l-6 7z', fill(palette.ink)),
    muzzleMouth(48, 66, 18),
  ],
};
