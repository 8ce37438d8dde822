import type { DemoShape } from '../demo-piece.ts';
import { words } from '../paper.ts';
import { marker, stroke } from '../pen.ts';
import { way } from '../way.ts';

/** Three green hills, one coloured in, a sheep, and their name. */
export function drawMalham(): DemoShape[] {
  const pen = { color: 'green', size: 's', scale: 1.2 } as const;
  return [
    marker('green', 11, way('101,224 107,180 119,225 126,178 136,226 143,184 153,222 160,178 169,219 178,179')),
    stroke(pen, way('22,240 35,215 52,192 71,181 92,193 105,213 115,234')),
    stroke(pen, way('88,230 105,203 124,172 145,156 166,170 186,200 203,236')),
    stroke(pen, way('186,227 201,211 218,204 236,213 256,238')),
    stroke(
      { color: 'black', scale: 0.8 },
      way(
        '47,224 45,219 49,214 55,212 60,215 66,216 67,220 61,223 | 61,232 | 61,223 56,225 51,224 | 51,233 | 51,224 47,224',
      ),
    ),
    words({ color: 'green', x: 30, y: 137, text: 'Malham', fontSize: 21 }),
  ];
}
