import { distance, mix, turn, type Point } from '../geometry.ts';
import { lengthOf } from './arrow-course.ts';

/** One arrowhead: its lines, and whether they enclose something to fill. */
export interface Arrowhead {
  points: Point[];
  isClosed: boolean;
}

/** The point `length` back along the course from its last point. */
function pointBack(course: readonly Point[], length: number): Point | null {
  let left = length;
  let to = course.at(-1);
  for (let at = course.length - 2; to && at >= 0; at -= 1) {
    const from = course[at] ?? to;
    const step = distance(from, to);
    if (step >= left && step > 0) return mix(to, from, left / step);
    left -= step;
    to = from;
  }
  return course[0] ?? null;
}

function circle(center: Point, radius: number): Point[] {
  return Array.from({ length: 24 }, (_, at) =>
    turn({ x: center.x + radius, y: center.y }, center, (at / 24) * 2 * Math.PI),
  );
}

/** Both sides of a head that opens by `angle` from its tip. */
function wings(tip: Point, back: Point, angle: number): [Point, Point] {
  return [turn(back, tip, angle), turn(back, tip, -angle)];
}

function shapeHead(kind: string, tip: Point, back: Point): Arrowhead | null {
  const [left, right] = wings(tip, back, Math.PI / 6);
  const [up, down] = wings(tip, mix(tip, back, 0.5), Math.PI / 2);
  const [farUp, farDown] = wings(back, mix(back, tip, 0.5), Math.PI / 2);
  const [near, far] = wings(mix(tip, back, 0.5), tip, Math.PI / 2);
  switch (kind) {
    case 'arrow':
      return { points: [left, tip, right], isClosed: false };
    case 'triangle':
      return { points: [left, tip, right], isClosed: true };
    case 'inverted':
      return { points: [up, back, down], isClosed: true };
    case 'bar':
      return { points: [up, down], isClosed: false };
    case 'square':
      return { points: [up, farDown, farUp, down], isClosed: true };
    case 'diamond':
      return { points: [tip, near, back, far], isClosed: true };
    case 'dot':
      return { points: circle(mix(tip, back, 0.45), distance(tip, back) * 0.45), isClosed: true };
    default:
      return null;
  }
}

/** The head at the end of a course; null for "none" and for unknown names. */
export function buildArrowhead(kind: unknown, course: readonly Point[], strokeWidth: number): Arrowhead | null {
  const length = Math.min(strokeWidth * 3, Math.max(strokeWidth, lengthOf(course) / 5));
  const tip = course.at(-1);
  const back = pointBack(course, length);
  if (typeof kind !== 'string' || !tip || !back) return null;
  return shapeHead(kind, tip, back);
}
