import { distance, mix, type Point } from './geometry.ts';
import { pathThrough, stepsBetween, type Detail } from './path.ts';

/** Leaves out points that stand too close together to be told apart. */
function spacePoints(points: readonly Point[], least: number): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || distance(last, point) >= least) kept.push(point);
  }
  return kept;
}

/** Rounds to a grid twice as wide as what is written, so that the middle of two points is written exactly. */
function roundToGrid(points: readonly Point[], { decimals }: Detail): Point[] {
  const grid = 2 / 10 ** decimals;
  const round = (value: number): number => Math.round(value / grid) * grid;
  return points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
}

/** Curves from stop to stop: the first pull is written, each next one mirrors the one before. */
function curve(stops: readonly Point[], pull: Point, detail: Detail): string {
  const { start, steps } = stepsBetween(stops, detail);
  const [first = '0 0', ...others] = steps;
  const [towards = '0 0'] = stepsBetween([stops[0] ?? pull, pull], detail).steps;
  return `M${start}q${towards} ${first}${others.length > 0 ? `t${others.join(' ')}` : ''}`;
}

/**
 * SVG path text of a smooth line that is pulled towards each point and passes through the middle of each two. A reader
 * finds the pulls by mirroring one after the other; on our grid it ends exactly where we do and does not wander off.
 */
export function smoothPath(points: readonly Point[], detail: Detail, isClosed = false): string {
  const pulls = roundToGrid(spacePoints(points, detail.tolerance * 3), detail);
  const [first, second] = pulls;
  const last = pulls.at(-1);
  if (!first || !second || !last || pulls.length < 3) return pathThrough(points, detail, isClosed);
  const middles = pulls.slice(1).map((point, at) => mix(pulls[at] ?? point, point, 0.5));
  if (isClosed) {
    const seam = mix(last, first, 0.5);
    return `${curve([seam, ...middles, seam], first, detail)}z`;
  }
  // An open line begins in its first point and ends in its last one, straight from the middle before it.
  const stops = [first, ...middles.slice(1)];
  const [end = '0 0'] = stepsBetween([stops.at(-1) ?? first, last], detail).steps;
  return `${curve(stops, second, detail)}l${end}`;
}
