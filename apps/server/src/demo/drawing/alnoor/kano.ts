import type { DemoShape } from '../demo-piece.ts';
import { lettering } from '../lettering.ts';
import { marker, stroke } from '../pen.ts';
import { way, zigzag } from '../way.ts';

/** A gate of the old city with its horned walls, coloured like its clay, and the city's name. */
export function drawKano(): DemoShape[] {
  const brown = { color: 'light-red', scale: 1.2 } as const;
  const grille = { color: 'light-red', size: 'm', scale: 0.9, dash: 'dotted' } as const;
  return [
    marker('light-red', 11, way('768,413 775,374 784,412 794,371 803,390 814,374 824,392 831,372 843,412 851,374')),
    stroke(
      brown,
      way(`764,419 766,392 770,355 | 780,363 789,363 799,351 | 808,361 817,363 825,354 | 835,362
        845,362 854,356 | 860,379 861,402 858,414 845,418 | 764,419`),
    ),
    stroke(brown, way('800,418 800,404 805,392 813,388 820,392 825,404 825,418')),
    stroke(grille, zigzag('776,380 785,381 781,389')),
    stroke(grille, zigzag('842,380 851,381 846,389')),
    ...lettering({
      text: 'KANO',
      x: 773,
      y: 432,
      height: 23,
      gap: 7,
      pen: { color: 'black', size: 'm', scale: 1.2 },
    }),
  ];
}
