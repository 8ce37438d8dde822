import type { DemoShape } from '../demo-piece.ts';
import { dot, marker, stroke } from '../pen.ts';
import { way } from '../way.ts';

/** Oliver's salmon in the lower Aire. */
export function drawSalmon(): DemoShape[] {
  const violet = { color: 'violet', size: 's', scale: 1.2 } as const;
  return [
    marker('red', 20, way('232,704 256,700 285,701 292,708 | 236,712 | 244,717 286,716')),
    stroke(
      violet,
      way(`189,734 | 209,711 229,693 254,683 284,683 308,692 322,706 322,714 306,727 279,734
        250,732 226,723 207,710 | 188,692 | 192,703 192,716 189,734`),
    ),
    stroke({ color: 'violet' }, way('251,682 257,673 265,670 272,674 277,680')),
    stroke({ color: 'violet' }, way('290,688 286,706 291,724')),
    stroke({ color: 'violet' }, way('312,711 319,713 326,709')),
    ...(['242,701', '263,697', '251,717'] as const).map((spot) =>
      stroke({ color: 'violet' }, way(`${spot} ${nudge(spot)}`)),
    ),
    dot({ color: 'black', size: 'm', scale: 1.2 }, [306, 700]),
  ];
}

function nudge(spot: string): string {
  const [x = 0, y = 0] = spot.split(',').map(Number);
  return `${x + 1},${y + 3}`;
}

/** Jake's duck. */
export function drawDuck(): DemoShape[] {
  return [
    stroke({ color: 'orange' }, way('705,552 694,556 | 705,559')),
    stroke(
      { color: 'yellow', scale: 1.15 },
      way(`706,561 705,552 709,546 716,545 722,551 725,559 733,563 743,564 744,571 737,580 722,585
        707,582 695,571 706,561`),
    ),
    stroke({ color: 'yellow' }, way('716,570 721,574 729,573 736,570')),
    dot({ color: 'black', size: 's', scale: 1.2 }, [713, 551]),
  ];
}
