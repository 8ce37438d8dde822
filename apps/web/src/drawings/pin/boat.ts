import { fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const boat: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M43 8C33 21 21 37 12 58h31z', {
      ...fill(palette.white),
      stroke: palette.pageInk,
      strokeWidth: 3,
      strokeLinejoin: 'round',
    }),
    path('M52 15c15 10 23 26 25 43H52z', fill(palette.coral)),
    path('M47.5 5v60', line(palette.brown, 4)),
    path('M4 63h88c-2 12-9 20-22 20H26C13 83 6 75 4 63z', fill(palette.brown)),
    path('M3 90q5.6-6 11.2 0t11.2 0 11.2 0 11.2 0 11.2 0 11.2 0 11.2 0 11.2 0', line(palette.blue, 3.8)),
  ],
};
