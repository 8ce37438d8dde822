import { distance, type Point } from './geometry.ts';
import { formatNumber } from './xml.ts';

/** How fine a picture is drawn: nobody sees more than its pixels, and parents pay for each byte. */
export interface Detail {
  /** Page units that a line may stray from its true course. */
  tolerance: number;
  /** Decimals of a coordinate. */
  decimals: number;
}

/** Detail for a picture in which one pixel shows `unit` page units. */
export function detailFor(unit: number): Detail {
  const tolerance = Math.min(20, Math.max(0.03, unit * 0.12));
  if (unit < 0.7) return { tolerance, decimals: 2 };
  return { tolerance, decimals: unit < 7 ? 1 : 0 };
}

function distanceToLine(p: Point, from: Point, to: Point): number {
  const length = distance(from, to);
  if (length === 0) return distance(p, from);
  const cross = (to.x - from.x) * (from.y - p.y) - (from.x - p.x) * (to.y - from.y);
  const along = ((p.x - from.x) * (to.x - from.x) + (p.y - from.y) * (to.y - from.y)) / length;
  if (along < 0) return distance(p, from);
  return along > length ? distance(p, to) : Math.abs(cross) / length;
}

/** The point between two kept ones that strays farthest from the straight way. */
function farthest(points: readonly Point[], from: Point, span: readonly [number, number]) {
  const [first, last] = span;
  const to = points[last] ?? from;
  let found = { at: -1, away: 0 };
  for (let at = first + 1; at < last; at += 1) {
    const away = distanceToLine(points[at] ?? from, from, to);
    if (away > found.away) found = { at, away };
  }
  return found;
}

/**
 * Leaves out points that nobody would miss (Ramer, Douglas and Peucker's way), on a list of spans
 * and not by recursion: a stroke's length must not decide how deep we call.
 */
export function thinPoints(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Set<number>([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const from = points[span[0]];
    if (!from) continue;
    const { at, away } = farthest(points, from, span);
    if (away <= tolerance) continue;
    kept.add(at);
    spans.push([span[0], at], [at, span[1]]);
  }
  return points.filter((_, at) => kept.has(at));
}

interface Steps {
  /** Absolute, as "x y". */
  start: string;
  /** Each from the point before it. */
  steps: string[];
}

/** Rounds points to the picture's grid; steps between rounded points add up without drift. */
export function stepsBetween(points: readonly Point[], { decimals }: Detail): Steps {
  const factor = 10 ** decimals;
  const show = (steps: number): string => formatNumber(steps / factor, decimals);
  const grid = points.map(({ x, y }) => [Math.round(x * factor), Math.round(y * factor)] as const);
  const [start = '', ...steps] = grid.map(([x, y], at) => {
    const [fromX, fromY] = grid[at - 1] ?? [0, 0];
    return `${show(x - fromX)} ${show(y - fromY)}`;
  });
  return { start, steps };
}

/** SVG path text of a line with corners. */
export function pathThrough(points: readonly Point[], detail: Detail, isClosed = false): string {
  const { start, steps } = stepsBetween(thinPoints(points, detail.tolerance), detail);
  const moves = steps.filter((step) => step !== '0 0');
  if (start === '') return '';
  return `M${start}${moves.length > 0 ? `l${moves.join(' ')}` : ''}${isClosed ? 'z' : ''}`;
}
