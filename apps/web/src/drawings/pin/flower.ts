import { circle, ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes } from '../faces.ts';
import { palette } from '../palette.ts';

export const flower: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M48 58v36', line(palette.green, 5.5)),
    path('M46 89C34 91 25 84 23 74c11-2 21 4 23 15zM50 84c0-11 8-19 24-18-1 12-11 19-24 18z', fill(palette.green)),
    ...[0, 60, 120, 180, 240, 300].map((turn) =>
      ellipse([48, 16.5, 11.5, 16], { ...fill(palette.pink), transform: `rotate(${turn} 48 37)` }),
    ),
    circle([48, 37, 13.5], fill(palette.amber)),
    ...eyes(43.5, 52.5, { y: 35, radius: 2.6 }),
    path('M42.5 40q5.5 5 11 0', line(palette.ink, 2.6)),
  ],
};
