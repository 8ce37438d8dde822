import { fontOf } from '../fonts.ts';
import { boxOf, growBox, type Box, type Point } from '../geometry.ts';
import { shadesOf } from '../palette.ts';
import { pathThrough } from '../path.ts';
import { readNumber, readScale, type Fields } from '../read-field.ts';
import type { Scene, Shape } from '../scene.ts';
import { arrowLabelSizes, sizeOf, strokeWidths } from '../sizes.ts';
import { drawLines, heightOf } from '../text/draw-lines.ts';
import { paragraphsOf } from '../text/rich-text.ts';
import { wrapText } from '../text/wrap-text.ts';
import { element } from '../xml.ts';
import { arrowCourse, lengthOf } from './arrow-course.ts';
import { buildArrowhead } from './arrowhead.ts';
import { dashOf } from './dash.ts';
import { fillOf } from './fill.ts';
import type { Paint } from './paint.ts';

function widthOf(props: Fields): number {
  return strokeWidths[sizeOf(props['size'])] * readScale(props['scale']);
}

/** Words longer than half an arrow go to the next line, but never below this many letters. */
const leastLabelWidth = 8;

function drawArrowLabel(paint: Paint, props: Fields, course: readonly Point[]): string {
  const fontSize = arrowLabelSizes[sizeOf(props['size'])] * readScale(props['scale']);
  const maxWidth = Math.max(fontSize * leastLabelWidth, lengthOf(course) / 2);
  const lines = wrapText(paragraphsOf(props), fontSize, maxWidth);
  const share = Math.min(1, Math.max(0, readNumber(props['labelPosition']) ?? 0.5));
  const spot = course[Math.round(share * (course.length - 1))];
  if (!spot) return '';
  const h = heightOf(lines, fontSize);
  return drawLines({
    lines,
    box: { x: spot.x, y: spot.y - h / 2, w: 0, h },
    fontSize,
    font: fontOf(props['font']),
    color: shadesOf(paint.palette, props['labelColor']).text,
    align: 'middle',
    verticalAlign: 'middle',
    rim: paint.palette.canvas,
  });
}

function drawHead(paint: Paint, props: Fields, at: { kind: unknown; course: Point[] }): string {
  const width = widthOf(props);
  const head = buildArrowhead(at.kind, at.course, width);
  if (!head) return '';
  const { solid } = shadesOf(paint.palette, props['color']);
  return element('path', {
    d: pathThrough(head.points, paint.detail, head.isClosed),
    ...(head.isClosed ? (fillOf(paint, props) ?? { fill: paint.palette.canvas }) : { fill: 'none' }),
    stroke: solid,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

export function drawArrow(paint: Paint, shape: Shape): string {
  const { props } = shape;
  const course = arrowCourse(paint.scene, shape);
  const width = widthOf(props);
  const body = element('path', {
    d: pathThrough(course, paint.detail),
    fill: 'none',
    stroke: shadesOf(paint.palette, props['color']).solid,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashOf(props['dash'], width),
  });
  const end = drawHead(paint, props, { kind: props['arrowheadEnd'], course });
  const reversed = course.toReversed();
  const start = drawHead(paint, props, { kind: props['arrowheadStart'], course: reversed });
  return body + end + start + drawArrowLabel(paint, props, course);
}

export function arrowBox(scene: Scene, shape: Shape): Box | null {
  const box = boxOf(arrowCourse(scene, shape));
  return box ? growBox(box, widthOf(shape.props)) : null;
}
