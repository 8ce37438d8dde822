import { circle, fill, path, rect } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const house: Drawing = {
  width: 96,
  height: 96,
  marks: [
    rect([65, 8, 12, 26], fill(palette.brown)),
    rect([13, 42, 70, 44], { ...fill(palette.cream), stroke: palette.tan, strokeWidth: 4 }),
    path('M46 5q2-2 4 0l42 36q2 3-2 3H6q-4 0-2-3z', fill(palette.coral)),
    rect([21, 54, 13, 13], fill(palette.sky)),
    rect([62, 54, 13, 13], fill(palette.sky)),
    rect([39, 57, 18, 29], fill(palette.brown)),
    circle([52.5, 72, 2], fill(palette.ink)),
  ],
};
