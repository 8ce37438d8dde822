import { circle, ellipse, fill, line, path, rect } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const turtle: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M12 66Q3 65 1 71q8 2 15 0zM16 68h16l-2 11H13zM57 68h16l4 11H60z', fill(palette.green)),
    ellipse([82, 46, 12, 11.5], fill(palette.green)),
    path('M8 63c0-29 15-46 34-46s34 17 34 46z', fill(palette.teal)),
    path('M29 43h27l7 19M29 43l-8 19M29 43L17 34M56 43l12-10M42 18v25', line(palette.tealDeep, 3.4)),
    rect([6, 62, 72, 7, 3.5], fill(palette.tan)),
    circle([84, 44, 3.8], fill(palette.ink)),
    path('M83 52q5 0 8-3', line(palette.ink, 2.6)),
  ],
};
