import { circle, fill, group, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes, smile } from '../faces.ts';
import { palette } from '../palette.ts';

export const sun: Drawing = {
  width: 96,
  height: 96,
  marks: [
    ...[0, 45, 90, 135, 180, 225, 270, 315].map((turn) =>
      group({ transform: `rotate(${turn} 48 48)` }, [path('M48 3l7 16q-7-3-14 0z', fill(palette.coral))]),
    ),
    circle([48, 48, 26], fill(palette.amber)),
    ...eyes(40, 56, { y: 45, radius: 3.8 }),
    smile(48, 53, 20),
  ],
};
