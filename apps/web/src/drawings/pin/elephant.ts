import { ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes } from '../faces.ts';
import { palette } from '../palette.ts';

export const elephant: Drawing = {
  width: 96,
  height: 96,
  marks: [
    ellipse([18, 39, 17, 23], fill(palette.mist)),
    ellipse([78, 39, 17, 23], fill(palette.mist)),
    ellipse([21, 41, 11, 16], fill(palette.pink)),
    ellipse([75, 41, 11, 16], fill(palette.pink)),
    path('M31 57q-2 10 4 15 5-4 4-14zM65 57q2 10-4 15-5-4-4-14z', fill(palette.cream)),
    ellipse([48, 38, 29, 28], fill(palette.grey)),
    path('M48 56v17q0 9-8 10', line(palette.grey, 17)),
    path('M40.5 59h13M42 68h11', line(palette.slate, 3)),
    ...eyes(34, 62, { y: 39 }),
  ],
};
