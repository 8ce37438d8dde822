import { circle, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const key: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M44 45l38 39', line(palette.amber, 11)),
    path('M68 67l8-8M80 79l8-8', line(palette.amber, 9)),
    circle([29, 29, 19], line(palette.amber, 12)),
    path('M18 24q3-7 10-8', line(palette.cream, 3.4)),
  ],
};
