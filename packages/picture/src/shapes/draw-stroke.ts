import type { Point } from '../geometry.ts';
import { shadesOf } from '../palette.ts';
import { pathThrough } from '../path.ts';
import { readText } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { smoothPath } from '../smooth-path.ts';
import { element } from '../xml.ts';
import { dashOf } from './dash.ts';
import { fillOf } from './fill.ts';
import type { Paint } from './paint.ts';
import { courseOf, outlineOf, readStroke, type Stroke } from './stroke.ts';

/** A marker lies mostly below what others drew, and a little above it, as on paper. */
const markerOpacity = { under: 0.82, over: 0.35 } as const;

export function drawMarker(paint: Paint, shape: Shape, layer: 'under' | 'over'): string {
  const stroke = readStroke(shape);
  if (!stroke) return '';
  return element('path', {
    d: dotOr(paint, stroke, courseOf(stroke)),
    fill: 'none',
    stroke: shadesOf(paint.palette, shape.props['color']).marker,
    'stroke-width': stroke.width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    opacity: markerOpacity[layer],
  });
}

/** A tap of the pen has no length: a line to itself shows as a dot with round ends. */
function dotOr(paint: Paint, stroke: Stroke, points: readonly Point[]): string {
  const [dot] = stroke.points;
  if (points.length > 1 || !dot) return smoothPath(points, paint.detail);
  return `${pathThrough([dot], paint.detail)}h0.01`;
}

/** Ink of changing breadth; a tap is as broad as a pen that rests. */
function drawInk(paint: Paint, stroke: Stroke, color: string): string {
  const outline = stroke.points.length > 1 ? outlineOf(stroke) : [];
  if (outline.length > 2) {
    return element('path', { d: smoothPath(outline, paint.detail, true), fill: color });
  }
  return drawLine(color, { d: dotOr(paint, stroke, []), width: stroke.width * Math.SQRT2 });
}

function drawLine(color: string, line: { d: string; width: number; dash?: string | undefined }) {
  return element('path', {
    d: line.d,
    fill: 'none',
    stroke: color,
    'stroke-width': line.width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': line.dash,
  });
}

export function drawStroke(paint: Paint, shape: Shape): string {
  const stroke = readStroke(shape);
  if (!stroke) return '';
  const { props } = shape;
  const isInk = !['solid', 'dashed', 'dotted'].includes(readText(props['dash']));
  const isClosed = props['isClosed'] === true;
  const color = shadesOf(paint.palette, props['color']).solid;
  const course = courseOf(stroke, !isInk);
  const fill = isClosed && course.length > 2 ? fillOf(paint, props) : undefined;
  const inside = fill ? element('path', { d: smoothPath(course, paint.detail, true), ...fill }) : '';
  if (isInk) return inside + drawInk(paint, stroke, color);
  const d = isClosed ? smoothPath(course, paint.detail, true) : dotOr(paint, stroke, course);
  const dash = dashOf(props['dash'], stroke.width);
  return inside + drawLine(color, { d, width: stroke.width, dash });
}
