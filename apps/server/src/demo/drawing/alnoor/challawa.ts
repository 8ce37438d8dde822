import type { DemoShape } from '../demo-piece.ts';
import { lettering } from '../lettering.ts';
import { words } from '../paper.ts';
import { stroke } from '../pen.ts';
import { drawRiver } from '../river.ts';
import { way } from '../way.ts';

/** The Challawa, from the dam up and away to Lake Chad. */
export function drawChallawa(): DemoShape[] {
  return drawRiver({
    breadth: 34,
    water: `1066,243 1024,251 992,267 974,290 975,312 984,335 977,359 955,380 920,393 898,408
      888,436 894,462 905,487 897,509 877,526 845,533 812,536 790,552 780,577 786,600 799,628
      797,650 785,668`,
    banks: [
      `1064,223 1022,234 985,250 962,276 955,301 959,321 968,344 957,360 931,371 905,380 887,394
        875,415 871,437 878,463 891,489 880,507 855,517 822,519 799,524 779,545 766,574 774,602
        788,628 786,646 774,661`,
      `1072,261 1032,272 1003,287 990,302 998,318 1002,339 994,362 976,383 955,399 928,406
        908,420 902,440 910,462 920,488 915,510 897,531 868,544 833,548 808,552 792,574 797,594
        809,616 812,640 803,662 790,677`,
    ],
    waves: '964,310 924,389 775,601',
  });
}

export function nameChallawa(): DemoShape[] {
  const pen = { color: 'blue', size: 'm' } as const;
  return lettering({ text: 'CHALLAWA', x: 932, y: 464, height: 26, gap: 4.5, slope: 0.03, pen });
}

export function pointToLakeChad(): DemoShape[] {
  const where = { x: 992, w: 104, align: 'end' } as const;
  return [
    stroke({ color: 'blue' }, way('1043,212 1062,209 1081,203 | 1070,198 | 1081,203 | 1075,213')),
    words({ color: 'blue', ...where, y: 272, text: 'to Lake Chad', fontSize: 19 }),
  ];
}
