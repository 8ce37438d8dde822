import type { DemoShape } from '../demo-piece.ts';
import { words } from '../paper.ts';
import { stroke } from '../pen.ts';
import { moved, way, zigzag } from '../way.ts';

const wheel = '0,-5 -4,-3 -5,0 -4,4 0,5 4,4 5,0 4,-4 0,-5';

/** The shopping trolley that class 5B pulled out of the river, weeds and all. */
export function drawTrolley(): DemoShape[] {
  const thin = { color: 'black', scale: 0.9 } as const;
  return [
    stroke({ color: 'green' }, way('92,512 98,496 | 105,507 | 112,503 118,505 120,511')),
    stroke(thin, zigzag('94,512 95,542 109,543 109,512 123,511 122,543 131,540 136,533 84,535 80,524 138,522')),
    stroke(
      { color: 'black', scale: 1.1 },
      way(`62,502 73,504 78,514 82,529 87,539 96,543 113,543 126,542 133,538 138,523 139,516
        136,511 | 78,511`),
    ),
    stroke({ color: 'black' }, way('84,544 86,551 93,553 113,553 133,552')),
    stroke({ color: 'black', size: 's', scale: 1.2 }, moved(way(wheel), 94, 561)),
    stroke({ color: 'black', size: 's', scale: 1.2 }, moved(way(wheel), 127, 561)),
    words({ color: 'black', x: 50, y: 571, text: 'a trolley!!', fontSize: 21 }),
  ];
}
