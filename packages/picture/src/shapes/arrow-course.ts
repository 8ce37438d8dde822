import { cornersOf, distance, mix, type Point } from '../geometry.ts';
import { readNumber, readPoint, readScale } from '../read-field.ts';
import { carryPoints, type Scene, type Shape, type Tie } from '../scene.ts';
import { sizeOf, strokeWidths } from '../sizes.ts';
import { linesOfGeo } from './draw-geo.ts';
import { findBorder, isInside } from './polygon.ts';
import { plainBox } from './plain-box.ts';

type End = 'start' | 'end';

const arcSteps = 48;
/** A smaller bend than this is a straight arrow. */
const leastBend = 8;
/** An arrowhead stops this far from the shape it points at. */
const gapToShape = 10;

/** What an end is bound to, in the arrow's own coordinates. */
interface Target {
  border: Point[];
  anchor: Point;
  isExact: boolean;
}

function findTarget(scene: Scene, arrow: Shape, tie: Tie | undefined): Target | null {
  const bound = tie ? scene.shapes.get(tie.toId) : undefined;
  const box = bound ? plainBox(bound) : null;
  if (!tie || !bound || !box) return null;
  const anchor = readPoint(tie.props['normalizedAnchor']);
  const isPrecise = tie.props['isPrecise'] === true && anchor;
  const share = isPrecise ? anchor : { x: 0.5, y: 0.5 };
  const spot = { x: box.x + box.w * share.x, y: box.y + box.h * share.y };
  const border = bound.type === 'geo' ? linesOfGeo(bound.props).outline : cornersOf(box);
  const carried = carryPoints(scene, { from: bound, to: arrow }, [spot, ...border]);
  const [carriedSpot, ...carriedBorder] = carried ?? [];
  if (!carriedSpot) return null;
  return { border: carriedBorder, anchor: carriedSpot, isExact: tie.props['isExact'] === true };
}

/** The arc through both ends whose middle stands `bend` to the side of the straight way. */
function arcBetween(from: Point, to: Point, bend: number): Point[] {
  const half = distance(from, to) / 2;
  const radius = (half * half + bend * bend) / (2 * Math.abs(bend));
  const middle = mix(from, to, 0.5);
  const side = { x: -(to.y - from.y) / (2 * half), y: (to.x - from.x) / (2 * half) };
  const away = (radius - Math.abs(bend)) * Math.sign(bend);
  // The middle of the arc lies at +bend along the side, so its centre lies opposite.
  const center = { x: middle.x - side.x * away, y: middle.y - side.y * away };
  const first = Math.atan2(from.y - center.y, from.x - center.x);
  const last = Math.atan2(to.y - center.y, to.x - center.x);
  let sweep = last - first;
  // A positive bend bulges to the right of the way, so it goes round against the clock.
  if (bend > 0 && sweep > 0) sweep -= 2 * Math.PI;
  if (bend < 0 && sweep < 0) sweep += 2 * Math.PI;
  return Array.from({ length: arcSteps + 1 }, (_, at) => {
    const angle = first + (sweep * at) / arcSteps;
    return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
  });
}

/** An elbow's three legs: out, across in the middle, in. */
function elbowBetween(from: Point, to: Point): Point[] {
  if (Math.abs(to.x - from.x) > Math.abs(to.y - from.y)) {
    const x = (from.x + to.x) / 2;
    return [from, { x, y: from.y }, { x, y: to.y }, to];
  }
  const y = (from.y + to.y) / 2;
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

/** Takes `length` off the beginning of a course, and at most half of it. */
function trimStart(course: readonly Point[], length: number): Point[] {
  const total = lengthOf(course);
  let left = Math.min(length, total / 2);
  let from = course[0];
  for (let at = 1; from && at < course.length; at += 1) {
    const to = course[at] ?? from;
    const step = distance(from, to);
    if (step > left) return [mix(from, to, left / step), ...course.slice(at)];
    left -= step;
    from = to;
  }
  return [...course];
}

export function lengthOf(course: readonly Point[]): number {
  return course.reduce((sum, point, at) => sum + distance(course[at - 1] ?? point, point), 0);
}

/** Cuts off what lies inside the bound shape at the beginning of a course. */
function leaveShape(course: readonly Point[], target: Target | null, gap: number): Point[] {
  if (!target || target.isExact) return [...course];
  const out = course.findIndex((point) => !isInside(point, target.border));
  const [inside, outside] = [course[out - 1], course[out]];
  // Never outside: the arrow ends inside the shape it belongs to, and is shown whole.
  if (!inside || !outside) return [...course];
  const border = findBorder(inside, outside, target.border);
  return trimStart([border, ...course.slice(out)], gap);
}

function endPoint(arrow: Shape, target: Target | null, end: End): Point {
  const fallback = end === 'start' ? { x: 0, y: 0 } : { x: 2, y: 0 };
  return target?.anchor ?? readPoint(arrow.props[end]) ?? fallback;
}

function rawCourse(arrow: Shape, from: Point, to: Point): Point[] {
  const { props } = arrow;
  if (props['kind'] === 'elbow') return elbowBetween(from, to);
  const bend = readNumber(props['bend']) ?? 0;
  const isStraight = Math.abs(bend) < leastBend * readScale(props['scale']);
  if (isStraight || distance(from, to) < 0.01) return [from, mix(from, to, 0.5), to];
  return arcBetween(from, to, bend);
}

/**
 * The way of an arrow's body from start to end, in its own coordinates. A bound end starts from the
 * anchor on its shape and is cut where it leaves that shape; a shape missing from this view leaves
 * the end where the record says.
 */
export function arrowCourse(scene: Scene, arrow: Shape): Point[] {
  const ties = scene.ties.get(arrow.id);
  const start = findTarget(scene, arrow, ties?.start);
  const end = findTarget(scene, arrow, ties?.end);
  const course = rawCourse(arrow, endPoint(arrow, start, 'start'), endPoint(arrow, end, 'end'));
  const width = strokeWidths[sizeOf(arrow.props['size'])];
  const gap = (gapToShape + width) * readScale(arrow.props['scale']);
  const gapAt = (head: unknown): number => (head === 'none' || head === undefined ? 0 : gap);
  const begun = leaveShape(course, start, gapAt(arrow.props['arrowheadStart']));
  const turned = leaveShape(begun.toReversed(), end, gapAt(arrow.props['arrowheadEnd']));
  return turned.toReversed();
}
