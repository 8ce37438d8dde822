import type { Point } from '../geometry.ts';
import { shadesOf } from '../palette.ts';
import { pathThrough } from '../path.ts';
import { readFields, readPoint, readScale, readText, type Fields } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { sizeOf, strokeWidths } from '../sizes.ts';
import { element } from '../xml.ts';
import { dashOf } from './dash.ts';
import type { Paint } from './paint.ts';

const stepsBetween = 12;
const maxPoints = 600;

function knotsOf(props: Fields): Point[] {
  return Object.values(readFields(props['points']))
    .slice(0, maxPoints)
    .flatMap((value) => {
      const point = readPoint(value);
      return point ? [{ point, index: readText(readFields(value)['index']) }] : [];
    })
    .sort((a, b) => (a.index < b.index ? -1 : Number(a.index > b.index)))
    .map(({ point }) => point);
}

/** A smooth way through four neighbours, between the two in the middle (Catmull and Rom's). */
function curveAt(neighbours: readonly [Point, Point, Point, Point], t: number): Point {
  const along = (axis: 'x' | 'y'): number => {
    const [p0, p1, p2, p3] = neighbours.map((point) => point[axis]) as [number, number, number, number];
    const slope = p2 - p0;
    const bend = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    const twist = -p0 + 3 * p1 - 3 * p2 + p3;
    return 0.5 * (2 * p1 + slope * t + bend * t * t + twist * t * t * t);
  };
  return { x: along('x'), y: along('y') };
}

/** Points of a smooth curve through all knots. */
function smoothThrough(knots: readonly Point[]): Point[] {
  return knots.flatMap((knot, at) => {
    const next = knots[at + 1];
    if (!next) return [knot];
    const around = [knots[at - 1] ?? knot, knot, next, knots[at + 2] ?? next] as const;
    return Array.from({ length: stepsBetween }, (_, step) => curveAt([...around], step / stepsBetween));
  });
}

export function lineCourse(props: Fields): Point[] {
  const knots = knotsOf(props);
  return props['spline'] === 'cubic' ? smoothThrough(knots) : knots;
}

export function drawLine(paint: Paint, shape: Shape): string {
  const { props } = shape;
  const course = lineCourse(props);
  if (course.length < 2) return '';
  const width = strokeWidths[sizeOf(props['size'])] * readScale(props['scale']);
  return element('path', {
    d: pathThrough(course, paint.detail),
    fill: 'none',
    stroke: shadesOf(paint.palette, props['color']).solid,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashOf(props['dash'], width),
  });
}
