import { ellipse, fill, line, path } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { palette } from '../palette.ts';

export const drum: Drawing = {
  width: 96,
  height: 96,
  marks: [
    path('M12 27l9 60q27 12 54 0l9-60z', fill(palette.coral)),
    path('M22 42l7 46M35 46l4 45M48 47v45M61 46l-4 45M74 42l-7 46', line(palette.cream, 3)),
    ellipse([48, 26, 40, 16], fill(palette.brown)),
    ellipse([48, 25, 33, 11], fill(palette.cream)),
    path('M21 4l24 17M91 3L61 20', line(palette.bark, 5)),
  ],
};
