import type { DemoShape } from '../demo-piece.ts';
import { lettering } from '../lettering.ts';
import { words } from '../paper.ts';
import { stroke } from '../pen.ts';
import { drawRiver } from '../river.ts';
import { way } from '../way.ts';

/** The Aire, from the hills at Malham down to the right and away to the sea. */
export function drawAire(): DemoShape[] {
  return drawRiver({
    breadth: 34,
    water: `151,245 138,264 133,284 141,304 158,317 205,324 232,338 245,362 239,383 222,404
      205,428 194,455 194,482 207,507 232,529 262,541 300,547 328,562 344,586 343,608 336,630
      341,652 362,673 396,689 434,703`,
    banks: [
      `143,237 130,256 122,281 126,300 141,317 165,331 200,339 222,350 231,364 227,379 206,400
        188,430 178,458 179,486 192,512 216,534 244,550 272,558 300,563 318,576 327,596 319,616
        317,638 327,662 352,685 384,702 417,716`,
      `161,251 150,267 146,285 155,303 170,309 205,312 236,322 252,345 257,368 249,386 234,406
        217,430 208,455 209,478 221,499 243,515 268,525 300,530 328,543 351,568 361,596 357,617
        354,632 363,649 390,664 431,677`,
    ],
    waves: '129,304 229,348 222,528 320,564',
  });
}

export function nameAire(): DemoShape[] {
  const pen = { color: 'blue', size: 'l' } as const;
  return lettering({ text: 'AIRE', x: 272, y: 348, height: 40, gap: 10, slope: 0.08, pen });
}

export function pointToTheSea(): DemoShape[] {
  return [
    stroke({ color: 'blue' }, way('447,706 468,713 491,716 | 481,707 | 491,716 | 482,724')),
    words({ color: 'blue', x: 426, y: 722, text: 'to the sea', fontSize: 21 }),
  ];
}
