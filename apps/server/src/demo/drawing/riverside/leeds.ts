import type { DemoShape } from '../demo-piece.ts';
import { lettering } from '../lettering.ts';
import { marker, stroke } from '../pen.ts';
import { moved, way, zigzag } from '../way.ts';

/** Walls and door without lifting the pen. */
const walls = `277,437 274,452 274,470 | 286,470 | 286,462 291,455 296,461 296,470 | 308,469 |
  309,452 307,437`;
const pane = '280,443 290,442 290,451 280,452 280,443';
/** Where the second and third house stand, seen from the first. */
const houses = [
  [0, 0],
  [47, -7],
  [89, 1],
] as const;

/** Three houses in a row under red roofs, and the town's name. */
export function drawLeeds(): DemoShape[] {
  const red = { color: 'red', scale: 1.2 } as const;
  return [
    marker(
      'light-red',
      13,
      way('284,462 286,446 298,444 300,460 | 330,456 333,438 345,436 347,456 | 374,462 377,448 390,446 391,464'),
    ),
    ...houses.map(([dx, dy]) => stroke({ color: 'black' }, moved(way(walls), dx, dy))),
    ...houses.map(([dx, dy]) => stroke({ color: 'black', scale: 0.9 }, moved(zigzag(pane), dx, dy))),
    stroke(
      red,
      way(`267,437 280,422 292,416 304,421 314,431 | 267,437 | 314,431 328,417 338,412 348,417
        359,427 | 314,431 | 356,441 370,427 381,423 391,428 402,437 | 356,441`),
    ),
    ...lettering({
      text: 'LEEDS',
      x: 277,
      y: 486,
      height: 22,
      gap: 8,
      pen: { color: 'black', size: 'm', scale: 1.1 },
    }),
  ];
}
