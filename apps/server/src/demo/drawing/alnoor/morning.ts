import type { DemoShape } from '../demo-piece.ts';
import { words } from '../paper.ts';
import { dot, marker, stroke } from '../pen.ts';
import { way, zigzag } from '../way.ts';

/** "The Challawa, 7 o'clock": a drawing with a frame of its own, as if it hung on the wall. */
export function drawMorning(): DemoShape[] {
  return [...drawScene(), ...drawFisher(), ...drawPictureFrame()];
}

function drawScene(): DemoShape[] {
  return [
    marker('yellow', 30, way('476,217 625,221 | 475,240 627,244')),
    marker('light-green', 26, way('471,300 628,304 | 626,323 552,322')),
    stroke(
      { color: 'orange', fill: 'solid', scale: 0.8 },
      way('589,219 580,222 576,230 579,239 588,243 597,240 601,231 598,222 589,219'),
    ),
    stroke(
      { color: 'light-red', fill: 'solid', scale: 0.8 },
      way('457,266 480,253 505,252 535,258 560,250 585,246 612,252 645,264 | 644,280 | 456,278 | 457,266'),
    ),
    stroke(
      { color: 'green', fill: 'solid', scale: 0.9 },
      way('456,276 490,270 530,276 570,273 610,277 644,272 | 644,289 | 600,286 540,288 455,286 | 456,276'),
    ),
    stroke({ color: 'light-red', fill: 'solid' }, way('455,312 478,306 500,312 522,326 540,336 | 454,334 | 455,312')),
    stroke({ color: 'light-red', scale: 1.3 }, way('484,284 485,262 | 474,250 | 485,262 | 496,249')),
    stroke(
      { color: 'green', fill: 'fill', scale: 0.8 },
      way('463,250 472,241 484,238 498,240 508,250 | 494,247 480,250 463,250'),
    ),
  ];
}

function drawFisher(): DemoShape[] {
  return [
    stroke({ color: 'red', fill: 'fill', scale: 0.7 }, way('571,291 569,304 | 581,305 | 579,291 | 571,291')),
    dot({ color: 'black', size: 'm', scale: 1.1 }, [575, 285]),
    stroke(
      { color: 'black', fill: 'fill', scale: 0.8 },
      way('550,302 562,309 580,310 599,303 | 580,306 564,305 | 550,302'),
    ),
    stroke({ color: 'black', scale: 0.9 }, way('583,286 586,302 589,318')),
  ];
}

function drawPictureFrame(): DemoShape[] {
  return [
    stroke({ color: 'grey', scale: 1.1 }, zigzag('456,197 646,202 643,339 453,334 456,197')),
    stroke({ color: 'grey', scale: 0.8 }, zigzag('447,187 657,193 653,379 441,372 447,187')),
    words({
      color: 'black',
      x: 447,
      y: 343,
      text: 'The Challawa, 7 o’clock',
      fontSize: 15.5,
      w: 204,
      align: 'middle',
      tilt: 1.8,
    }),
  ];
}
