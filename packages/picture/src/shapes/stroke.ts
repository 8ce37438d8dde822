import { getStroke, getStrokePoints, type StrokeOptions } from 'perfect-freehand';
import { mix, distance, type Point } from '../geometry.ts';
import { isFields, readFields, readList, readNumber, readPoint, readScale } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { markerToText, sizeOf, strokeWidths, textSizes } from '../sizes.ts';

interface InkPoint extends Point {
  pressure: number;
}

/** A shape drawn by hand: where the pen went and how broad it was. */
export interface Stroke {
  points: readonly InkPoint[];
  width: number;
  isMarker: boolean;
  isPen: boolean;
  isComplete: boolean;
}

/** Far above a board's own limit of 600, yet bounded. */
const maxPoints = 5_000;

function readInk(value: unknown): InkPoint | null {
  const point = readPoint(value);
  if (!point) return null;
  const pressure = isFields(value) ? readNumber(value['z']) : null;
  return { ...point, pressure: Math.min(1, Math.max(0, pressure ?? 0.5)) };
}

/** A straight segment holds its two ends only; the pen needs points along the way. */
function fillStraight(points: readonly InkPoint[]): InkPoint[] {
  const [from, to] = [points[0], points.at(-1)];
  if (!from || !to || points.length < 2) return [...points];
  const steps = Math.min(200, Math.max(4, Math.floor(distance(from, to) / 16)));
  return Array.from({ length: steps + 1 }, (_, at) => ({
    ...mix(from, to, at / steps),
    pressure: from.pressure + ((to.pressure - from.pressure) * at) / steps,
  }));
}

function readSegments(value: unknown): InkPoint[] {
  const all: InkPoint[] = [];
  for (const item of readList(value)) {
    const segment = readFields(item);
    const points = readList(segment['points'])
      .slice(0, maxPoints)
      .map(readInk)
      .filter((point) => point !== null);
    for (const point of segment['type'] === 'straight' ? fillStraight(points) : points) {
      if (all.length < maxPoints) all.push(point);
    }
  }
  return all;
}

/** Reads a `draw` or `highlight` shape; null when there is nothing to draw. */
export function readStroke(shape: Shape): Stroke | null {
  const { props } = shape;
  const points = readSegments(props['segments']);
  if (points.length === 0) return null;
  const isMarker = shape.type === 'highlight';
  const size = sizeOf(props['size']);
  const width = isMarker ? textSizes[size] * markerToText : strokeWidths[size] + 1;
  return {
    points,
    width: width * readScale(props['scale']),
    isMarker,
    isPen: props['isPen'] === true,
    isComplete: props['isComplete'] !== false,
  };
}

/** Broad pens follow the hand more lazily than fine ones. */
function lazinessOf(width: number): number {
  return 0.64 + Math.min(1, Math.max(0, (width - 9) / 7)) * 0.1;
}

function penOptions(stroke: Stroke, isEven: boolean): StrokeOptions {
  const { width, isPen, isComplete } = stroke;
  const even = { size: width, thinning: 0, smoothing: 0.62, last: isComplete };
  const steady = { ...even, streamline: lazinessOf(width), simulatePressure: false };
  if (stroke.isMarker) return { ...even, streamline: 0.5, smoothing: 0.5, simulatePressure: false };
  if (isEven) return steady;
  if (isPen) {
    const easing = (t: number): number => t * 0.65 + Math.sin((t * Math.PI) / 2) * 0.35;
    return { ...steady, size: 1 + width * 1.2, thinning: 0.62, streamline: 0.62, easing };
  }
  const easing = (t: number): number => Math.sin((t * Math.PI) / 2);
  return { ...steady, thinning: 0.5, simulatePressure: true, easing };
}

function toPoints(pairs: readonly (readonly number[])[]): Point[] {
  return pairs.flatMap(([x, y]) => (x !== undefined && y !== undefined && Number.isFinite(x + y) ? [{ x, y }] : []));
}

/** The outline of a stroke whose breadth changes with the hand's speed or pressure. */
export function outlineOf(stroke: Stroke): Point[] {
  return toPoints(getStroke([...stroke.points], penOptions(stroke, false)));
}

/** The smoothed way that the middle of the pen took. */
export function courseOf(stroke: Stroke, isEven = true): Point[] {
  const points = getStrokePoints([...stroke.points], penOptions(stroke, isEven));
  return toPoints(points.map(({ point }) => point));
}
