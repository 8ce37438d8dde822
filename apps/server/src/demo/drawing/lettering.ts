import type { DemoShape } from './demo-piece.ts';
import { stroke, type Pen } from './pen.ts';
import { way } from './way.ts';

interface Letter {
  /** Breadth as a share of the height. */
  breadth: number;
  /** One line without lifting the pen, in a box from 0,0 to 100,100; it goes back over itself. */
  line: string;
}

const letters: Record<string, Letter> = {
  A: { breadth: 0.62, line: '0,100 | 48,0 | 100,100 | 80,62 | 18,64' },
  C: { breadth: 0.55, line: '96,14 62,0 22,12 0,50 16,88 56,100 98,84' },
  D: { breadth: 0.55, line: '4,100 | 0,0 | 50,6 94,36 92,74 52,97 4,100' },
  E: { breadth: 0.52, line: '94,2 | 2,0 | 0,50 | 78,47 | 0,50 | 4,100 | 100,96' },
  H: { breadth: 0.55, line: '0,0 | 4,100 | 2,50 | 98,46 | 97,0 | 100,98' },
  I: { breadth: 0.08, line: '40,0 60,50 50,100' },
  K: { breadth: 0.6, line: '0,0 | 4,100 | 2,58 | 90,2 | 26,44 | 100,98' },
  L: { breadth: 0.5, line: '0,0 | 6,100 | 98,95' },
  N: { breadth: 0.6, line: '0,100 | 4,0 | 96,98 | 100,0' },
  O: { breadth: 0.56, line: '52,0 14,18 0,56 20,94 58,100 94,74 96,30 76,4 50,1' },
  R: { breadth: 0.58, line: '4,100 | 0,2 | 50,0 94,14 90,40 50,52 | 6,54 | 34,54 | 100,99' },
  S: { breadth: 0.52, line: '94,14 62,0 18,10 10,34 50,49 92,66 82,92 42,100 2,88' },
  W: { breadth: 0.85, line: '0,0 | 26,98 | 50,34 | 76,100 | 100,2' },
};

export interface Lettering {
  text: string;
  x: number;
  y: number;
  height: number;
  pen: Pen;
  /** Page units between two letters. */
  gap: number;
  /** How many units the line falls for each unit to the right. */
  slope?: number;
}

function drawLetter(letter: Letter, at: { x: number; y: number }, lettering: Lettering): DemoShape {
  const { height, pen } = lettering;
  const line = letter.line.replace(/(\d+),(\d+)/g, (_, x: string, y: string) => {
    const px = at.x + (Number(x) / 100) * letter.breadth * height;
    const py = at.y + (Number(y) / 100) * height;
    return `${px},${py}`;
  });
  return stroke(pen, way(line));
}

/** Capital letters drawn one by one by hand, dancing a little up and down. */
export function lettering(options: Lettering): DemoShape[] {
  const { text, y, height, gap, slope = 0 } = options;
  let x = options.x;
  return Array.from(text).flatMap((name, at) => {
    const letter = letters[name];
    if (!letter) return [];
    const dance = ((at * 7) % 5) - 2;
    const drawn = drawLetter(letter, { x, y: y + (x - options.x) * slope + dance * 0.6 }, options);
    x += letter.breadth * height + gap;
    return [drawn];
  });
}
