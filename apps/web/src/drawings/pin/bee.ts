import { circle, ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { smile } from '../faces.ts';
import { palette } from '../palette.ts';

export const bee: Drawing = {
  width: 96,
  height: 96,
  marks: [
    ellipse([35, 21, 13, 19, -28], fill(palette.sky)),
    ellipse([59, 19, 13, 19, 22], fill(palette.sky)),
    path('M19 36q-3-9-10-13M14 40q-6-5-12-4', line(palette.pageInk, 3)),
    path('M78 51l16 6-16 6z', fill(palette.pageInk)),
    ellipse([47, 57, 36, 26], fill(palette.amber)),
    path('M37 32q6-1.5 13-1v52q-7 .5-13-1zM61 33.5q7 3 12 7v33q-5 4-12 7z', fill(palette.ink)),
    circle([22, 52, 4.6], fill(palette.ink)),
    smile(22, 61, 13),
  ],
};
