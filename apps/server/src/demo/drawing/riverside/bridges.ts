import type { DemoShape } from '../demo-piece.ts';
import { words } from '../paper.ts';
import { stroke, type Color } from '../pen.ts';
import { moved, way, withPosts } from '../way.ts';

/** The footbridge over the Aire: a rail, and a deck with its posts. */
export function drawFootbridge(): DemoShape[] {
  const pen = { color: 'black', scale: 1.1 } as const;
  return [
    stroke(pen, way('132,478 152,463 172,453 198,449 222,455 241,465 258,478')),
    stroke(
      pen,
      withPosts(
        way('125,490 143,490 156,484 166,474 176,469 195,465 209,467 217,471 228,482 237,487 246,490 264,490'),
        '156,470 176,456 195,451 217,456 237,467',
      ),
    ),
  ];
}

/** The bridge in the middle of the board, on three arches, where both schools will meet. */
export function drawOurBridge(): DemoShape[] {
  const pen = { color: 'black', scale: 1.1 } as const;
  return [
    stroke(pen, way('437,480 471,455 509,441 550,436 590,441 627,457 662,479')),
    stroke(
      pen,
      withPosts(
        way('442,498 468,480 493,464 521,456 550,453 580,456 609,465 635,480 661,495'),
        '467,464 493,449 521,440 550,437 580,441 608,450 634,465',
      ),
    ),
    stroke(
      pen,
      way(`477,506 486,492 497,487 509,492 521,506 | 530,506 540,487 551,479 562,487 575,506 |
        583,506 594,491 604,487 614,492 626,506`),
    ),
    words({ color: 'black', x: 446, y: 513, text: 'our bridge', fontSize: 21 }),
  ];
}

/** A person with one line, from the head down: arms, body, legs. Feet stand at 0,0. */
const person = `0,-28 -6,-31 -7,-38 -1,-43 6,-40 7,-33 0,-28 | 0,-24 | -10,-15 | 0,-24 | 11,-34 |
  0,-24 | 1,-13 | -7,0 | 1,-13 | 7,1`;
/** The same with the other arm up. */
const mirrored = `0,-28 6,-31 7,-38 1,-43 -6,-40 -7,-33 0,-28 | 0,-24 | 10,-15 | 0,-24 | -11,-34 |
  0,-24 | -1,-13 | 7,0 | -1,-13 | -7,1`;

/** Two people side by side who wave, standing with their feet at these places. */
export function drawTwoPeople(
  color: Color,
  left: readonly [number, number],
  right: readonly [number, number],
): DemoShape[] {
  const pen = { color, scale: 1.15 } as const;
  return [stroke(pen, moved(way(person), left[0], left[1])), stroke(pen, moved(way(mirrored), right[0], right[1]))];
}
