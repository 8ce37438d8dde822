import { circle, ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes } from '../faces.ts';
import { palette } from '../palette.ts';

export const frog: Drawing = {
  width: 96,
  height: 96,
  marks: [
    circle([27, 29, 15], fill(palette.green)),
    circle([69, 29, 15], fill(palette.green)),
    ellipse([48, 60, 42, 29], fill(palette.green)),
    circle([27, 28, 10], fill(palette.white)),
    circle([69, 28, 10], fill(palette.white)),
    ...eyes(27, 69, { y: 28, radius: 5.2 }),
    ...eyes(43, 53, { y: 49, radius: 1.9 }),
    ellipse([18, 64, 6, 4], fill(palette.pink)),
    ellipse([78, 64, 6, 4], fill(palette.pink)),
    path('M21 63q27 23 54 0', line(palette.ink, 4.4)),
  ],
};
