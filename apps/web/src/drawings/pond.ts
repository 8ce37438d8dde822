import { ellipse, fill, line, path, rect } from './drawing.ts';
import type { Drawing } from './drawing.ts';

/** The near shore's line with the water below it; stretched to the width of the page. */
export const pondShore: Drawing = {
  width: 820,
  height: 44,
  marks: [
    path('M0 34Q60 42 130 41C280 40 360 4 500 3 640 3 700 28 820 37V44H0z', fill('var(--marker-water)')),
    path('M0 34Q60 42 130 41C280 40 360 4 500 3 640 3 700 28 820 37', line('var(--pen-blue)', 2.5)),
  ],
};

/** The far shore: the water ends here. */
export const pondEnd: Drawing = {
  width: 820,
  height: 44,
  marks: [
    path('M0 34C80 24 170 4 290 4 440 4 540 40 690 41 740 41 780 36 820 29V0H0z', fill('var(--marker-water)')),
    path('M0 34C80 24 170 4 290 4 440 4 540 40 690 41 740 41 780 36 820 29', line('var(--pen-blue)', 2.5)),
  ],
};

export const reeds: Drawing = {
  width: 64,
  height: 88,
  marks: [
    path(
      'M16 85Q19 60 18 36M14 85Q12 64 3 44M19 85Q22 66 33 50M44 78Q46 52 46 30M42 78Q40 58 34 40M46 78Q50 58 60 40',
      line('var(--pen-green)', 2.8),
    ),
    rect([12, 6, 12.5, 33, 6], fill('var(--pen-brown)')),
    rect([39.5, 0, 12.5, 33, 6], fill('var(--pen-brown)')),
  ],
};

export const reed: Drawing = {
  width: 34,
  height: 82,
  marks: [
    path('M17 80Q19 56 18 30M15 80Q12 60 4 40M18 80Q22 60 31 46', line('var(--pen-green)', 2.8)),
    rect([12, 0, 12.5, 33, 6], fill('var(--pen-brown)')),
  ],
};

export const ripple: Drawing = {
  width: 36,
  height: 10,
  marks: [path('M2 7q6-5 15-1t17-1', line('var(--pen-sky)', 2.6))],
};

/** A stone to wait on. */
export const steppingStone: Drawing = {
  width: 140,
  height: 62,
  marks: [ellipse([70, 33, 70, 28], fill('var(--stone-edge)')), ellipse([70, 26, 70, 26], fill('var(--stone)'))],
};
