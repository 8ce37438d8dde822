import type { DemoShape } from '../demo-piece.ts';
import { marker, stroke } from '../pen.ts';
import { moved, way } from '../way.ts';

/** A fisher standing in his boat. */
export function drawBoat(): DemoShape[] {
  const brown = { color: 'light-red', scale: 1.1 } as const;
  return [
    stroke(brown, way('820,526 829,535 846,540 868,538 888,523 | 870,528 846,529 820,526')),
    stroke(
      { color: 'black' },
      way('852,511 847,507 848,501 854,500 857,506 852,511 | 852,516 | 868,516 | 852,516 | 853,528'),
    ),
    stroke(brown, way('863,505 867,524 871,544')),
  ];
}

/** A tree with a flat crown that gives shade. */
export function drawTree(): DemoShape[] {
  return [
    marker('green', 13, way('1013,347 1028,335 1052,330 1076,336 1086,345 | 1036,346 1084,346')),
    stroke(
      { color: 'light-red', scale: 1.15 },
      way('1050,403 1053,378 | 1036,353 | 1053,378 | 1051,350 | 1053,378 | 1073,352'),
    ),
    stroke(
      { color: 'green', scale: 1.1 },
      way(`1007,352 1017,340 1032,333 1047,327 1066,329 1080,335 1091,348 | 1079,354 1062,350
        1044,350 1029,355 1007,352`),
    ),
  ];
}

/** From, to: one line of light. */
const rays = [
  '1030,90 1037,101',
  '1059,85 1057,98',
  '1086,101 1076,109',
  '1097,129 1083,129',
  '1086,157 1075,148',
  '1060,172 1057,159',
  '1030,166 1037,155',
  '1012,144 1024,139',
  '1011,113 1023,118',
];

export function drawSun(): DemoShape[] {
  const pen = { color: 'yellow', size: 'm', scale: 0.8 } as const;
  const disc = way('0,-21 -15,-14 -21,1 -14,16 1,21 16,14 21,0 14,-16 0,-21');
  return [stroke({ ...pen, fill: 'solid' }, moved(disc, 1053, 128)), ...rays.map((ray) => stroke(pen, way(ray)))];
}
