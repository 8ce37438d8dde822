import { fill, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { eyes, smile } from '../faces.ts';
import { palette } from '../palette.ts';

export const star: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M48 6l12.6 27.6 30.2 3.6-22.3 20.6 5.9 29.8L48 72.8 21.6 87.6l5.9-29.8L5.2 37.2l30.2-3.6z', {
      ...fill(palette.amber),
      stroke: palette.amber,
      strokeWidth: 5,
      strokeLinejoin: 'round',
    }),
    ...eyes(40, 56, { y: 47, radius: 3.8 }),
    smile(48, 55, 19),
  ],
};
