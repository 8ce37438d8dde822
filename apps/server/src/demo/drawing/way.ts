/** A place on the board: x and y in page units. */
export type Spot = readonly [x: number, y: number];

/** A hand is never quite steady: how far it sways, in page units, and over which length. */
const sway = 0.45;
const swayLength = 26;
const stepsPerCurve = 24;
/** tldraw smooths what it is given, so a hand that means a corner has to rest on it. */
const restAtCorner = 4;

function readSpots(text: string): Spot[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return [x, y] as const;
    });
}

/** A smooth curve from `from` to `to` that also knows where it came from and where it goes on to. */
function bendBetween(around: readonly [Spot, Spot, Spot, Spot], t: number): Spot {
  const along = (axis: 0 | 1): number => {
    const [before, from, to, after] = around;
    const [p0, p1, p2, p3] = [before[axis], from[axis], to[axis], after[axis]];
    const bend = (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t;
    const twist = (3 * p1 - p0 - 3 * p2 + p3) * t * t * t;
    return 0.5 * (2 * p1 + (p2 - p0) * t + bend + twist);
  };
  return [along(0), along(1)];
}

function smooth(spots: readonly Spot[]): Spot[] {
  return spots.flatMap((spot, at) => {
    const next = spots[at + 1];
    if (!next) return [spot];
    const around = [spots[at - 1] ?? spot, spot, next, spots[at + 2] ?? next] as const;
    return Array.from({ length: stepsPerCurve }, (_, step) => bendBetween(around, step / stepsPerCurve));
  });
}

function lengthOf(spots: readonly Spot[]): number {
  return spots.reduce((sum, [x, y], at) => {
    const [fromX, fromY] = spots[at - 1] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}

/** Spots at even distances along the way, as a pen reports them; both ends stay. */
function resample(spots: readonly Spot[], step: number): Spot[] {
  const even: Spot[] = spots.slice(0, 1);
  let left = step;
  spots.forEach((to, at) => {
    let from = spots[at - 1] ?? to;
    let stretch = Math.hypot(to[0] - from[0], to[1] - from[1]);
    while (stretch >= left) {
      const share = left / stretch;
      from = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      even.push(from);
      stretch -= left;
      left = step;
    }
    left -= stretch;
  });
  const last = spots.at(-1);
  return last ? [...even, last] : even;
}

/** Lets the line sway a little; its ends stay where they are, so that drawings still close. */
function unsteady(spots: readonly Spot[], step: number): Spot[] {
  const [startX, startY] = spots[0] ?? [0, 0];
  return spots.map(([x, y], at) => {
    const calm = Math.min(1, (Math.min(at, spots.length - 1 - at) * step) / 12);
    const phase = (at * step * 2 * Math.PI) / swayLength + startX + startY;
    const along = Math.sin(phase) + 0.5 * Math.sin(phase * 0.37 + startX);
    const across = Math.cos(phase * 0.9 + startY) + 0.5 * Math.sin(phase * 0.53);
    return [x + along * sway * calm, y + across * sway * calm];
  });
}

function stepFor(length: number): number {
  return Math.min(4.5, Math.max(1.2, length / 36));
}

/**
 * The way of a pen through spots written "x,y x,y …": a smooth curve, with a sharp turn wherever a
 * "|" stands between two spots.
 */
export function way(text: string): Spot[] {
  const parts = text.split('|').map(readSpots);
  const sections = parts.map((part, at) => {
    const before = parts[at - 1]?.at(-1);
    return smooth(before ? [before, ...part] : part);
  });
  const step = stepFor(lengthOf(sections.flat()));
  return sections.flatMap((section, at) => {
    const drawn = unsteady(resample(section, step), step);
    return at < sections.length - 1 ? restAtEnd(drawn) : drawn;
  });
}

function restAtEnd(spots: readonly Spot[]): Spot[] {
  const corner = spots.at(-1);
  return corner ? [...spots, ...Array.from({ length: restAtCorner }, () => corner)] : [...spots];
}

/** Sharp turns at every spot: "x,y x,y …" without curves between. */
export function zigzag(text: string): Spot[] {
  return way(text.trim().split(/\s+/).join(' | '));
}

/** The same way somewhere else on the board. */
export function moved(spots: readonly Spot[], dx: number, dy: number): Spot[] {
  return spots.map(([x, y]) => [x + dx, y + dy]);
}

/** The same line with a post at each of these places, drawn up from the line and back. */
export function withPosts(line: readonly Spot[], posts: string): Spot[] {
  const tops = readSpots(posts);
  return line.flatMap((spot, at) => {
    const next = line[at + 1];
    const top = next ? tops.find(([x]) => spot[0] <= x && x < next[0]) : undefined;
    if (!top) return [spot];
    const post = resample([spot, top], 2);
    const rest = Array.from({ length: restAtCorner }, () => top);
    const foot = Array.from({ length: restAtCorner }, () => spot);
    return [spot, ...foot, ...post, ...rest, ...post.toReversed(), ...foot];
  });
}
