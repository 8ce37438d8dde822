import type { DemoShape } from './demo-piece.ts';
import { marker, stroke, type Pen } from './pen.ts';
import { moved, way } from './way.ts';

export interface River {
  /** The middle of the water, and its breadth. */
  water: string;
  breadth: number;
  banks: readonly [string, string];
  /** Where small waves stand: "x,y x,y …". */
  waves: string;
}

const bank: Pen = { color: 'blue', size: 's', scale: 1.1 };
const wave: Pen = { color: 'light-blue', size: 's', scale: 0.8 };

function drawWave(at: string): DemoShape {
  const [x = 0, y = 0] = at.split(',').map(Number);
  return stroke(wave, moved(way('0,1 5,-3 10,0 | 15,-3 21,1'), x, y));
}

/** Water by the broad marker, two banks by the pen, and a few waves. */
export function drawRiver({ water, breadth, banks, waves }: River): DemoShape[] {
  return [
    marker('light-blue', breadth, way(water)),
    ...banks.map((line) => stroke(bank, way(line))),
    ...waves.trim().split(/\s+/).map(drawWave),
  ];
}
