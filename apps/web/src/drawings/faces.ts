import { circle, fill, line, path } from './drawing.ts';
import type { Mark } from './drawing.ts';
import { palette } from './palette.ts';

/** Two eyes at the same height, `radius` in the drawing's units. */
export function eyes(left: number, right: number, at: { y: number; radius?: number }): readonly Mark[] {
  const radius = at.radius ?? 4.5;
  return [circle([left, at.y, radius], fill(palette.ink)), circle([right, at.y, radius], fill(palette.ink))];
}

/** A smile from `left` to `right` of the middle, its corners at `y`. */
export function smile(middle: number, y: number, width: number): Mark {
  return path(`M${middle - width / 2} ${y}q${width / 2} ${width * 0.45} ${width} 0`, line(palette.ink, 3));
}

/** The mouth of a cat, a lion, a rabbit, a dog: a short line from the nose and two small bows. */
export function muzzleMouth(middle: number, y: number, width: number): Mark {
  const half = width / 2;
  return path(
    `M${middle} ${y - 4}v4M${middle - half} ${y}q${half / 2} ${half / 2} ${half} 0q${half / 2} ${half / 2} ${half} 0`,
    line(palette.ink, 2.8),
  );
}
