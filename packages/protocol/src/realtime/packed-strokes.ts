import { decode, encode } from 'vlq';

import type { BoardRecord, Fields, Json } from '../model/board-record.ts';

/** One point of a stroke: place relative to its shape, and pressure. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const segmentsField = 'props.segments';

/**
 * Points as the wire carries them: three integers each, x, y and z in hundredths, relative to the point before (`from`, or
 * zero). Null where a point is not exactly of this kind; then it has to travel as it is.
 */
export function packPoints(points: readonly unknown[], from: StrokePoint | null = null): number[] | null {
  const line: number[] = [];
  let [x, y, z] = from ? [hundredths(from.x), hundredths(from.y), hundredths(from.z)] : [0, 0, 0];
  for (const point of points) {
    if (!isPackable(point)) return null;
    const [nextX, nextY, nextZ] = [hundredths(point.x), hundredths(point.y), hundredths(point.z)];
    line.push(nextX - x, nextY - y, nextZ - z);
    [x, y, z] = [nextX, nextY, nextZ];
  }
  return line;
}

/** The points that a packed line stands for, the first relative to `from`. Throws where the line is none. */
export function unpackPoints(line: readonly number[], from: StrokePoint | null = null): StrokePoint[] {
  if (line.length % 3 !== 0) throw new RangeError('a packed line has three numbers a point');
  const points: StrokePoint[] = [];
  let [x, y, z] = from ? [hundredths(from.x), hundredths(from.y), hundredths(from.z)] : [0, 0, 0];
  for (let at = 0; at < line.length; at += 3) {
    x += line[at] ?? 0;
    y += line[at + 1] ?? 0;
    z += line[at + 2] ?? 0;
    points.push({ x: x / 100, y: y / 100, z: z / 100 });
  }
  return points;
}

/**
 * A whole line as records carry it: base64 VLQ (as in source maps) of three integers a point, in hundredths: the first point
 * itself, then the step to the second, then how much each step differs from the one before. Hands draw smoothly, so these
 * numbers are small. Null as in `packPoints`.
 */
function packLine(points: readonly unknown[]): string | null {
  const steps = packPoints(points);
  // Joined: a string that was added up letter by letter takes ten times the memory for as long as a frame is kept.
  return steps && steps.map((step, i) => encode([i < 6 ? step : step - (steps[i - 3] ?? 0)])).join('');
}

/** The points of a packed line. Throws where it is none. */
function unpackLine(line: string): StrokePoint[] {
  const steps = decode(line);
  for (let i = 6; i < steps.length; i += 1) steps[i] = (steps[i] ?? 0) + (steps[i - 3] ?? 0);
  return unpackPoints(steps);
}

/** The record as it travels: its stroke packed where it has one. The given record stays as it is. */
export function packRecord(record: BoardRecord): BoardRecord {
  return withSegments(record, packSegments);
}

/** The record that a packed one stands for. */
export function unpackRecord(record: BoardRecord): BoardRecord {
  return withSegments(record, unpackSegments);
}

/** Changed fields as they travel. */
export function packFields(fields: Fields): Fields {
  return segmentsField in fields ? { ...fields, [segmentsField]: packSegments(fields[segmentsField] ?? null) } : fields;
}

/** The changed fields that packed ones stand for. */
export function unpackFields(fields: Fields): Fields {
  return segmentsField in fields
    ? { ...fields, [segmentsField]: unpackSegments(fields[segmentsField] ?? null) }
    : fields;
}

/** A coordinate as a stroke keeps it: a whole number of hundredths. */
export function toHundredth(value: number): number {
  // Adding zero turns -0, which JSON does not know, into 0.
  return Math.round(value * 100) / 100 + 0;
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

function isPackable(point: unknown): point is StrokePoint {
  if (typeof point !== 'object' || point === null || Object.keys(point).length !== 3) return false;
  return 'x' in point && 'y' in point && 'z' in point && [point.x, point.y, point.z].every(isExact);
}

function isExact(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) < 1e9 && !Object.is(value, -0) && toHundredth(value) === value;
}

function withSegments(record: BoardRecord, change: (segments: Json) => Json): BoardRecord {
  const props = record['props'];
  if (typeof props !== 'object' || props === null || Array.isArray(props) || !('segments' in props)) return record;
  return { ...record, props: { ...props, segments: change(props['segments'] ?? null) } };
}

function packSegments(segments: Json): Json {
  return mapSegments(segments, 'points', ({ points, ...rest }) => {
    const line = Array.isArray(points) && points.length > 0 ? packLine(points) : null;
    return line === null ? null : { ...rest, line };
  });
}

function unpackSegments(segments: Json): Json {
  return mapSegments(segments, 'line', ({ line, ...rest }) => {
    if (typeof line !== 'string') return null;
    return { ...rest, points: unpackLine(line).map((point): Json => ({ x: point.x, y: point.y, z: point.z })) };
  });
}

type Segment = { [key: string]: Json };

function mapSegments(segments: Json, key: string, change: (segment: Segment) => Segment | null): Json {
  if (!Array.isArray(segments)) return segments;
  return segments.map((segment) => {
    const isOne = typeof segment === 'object' && segment !== null && !Array.isArray(segment) && key in segment;
    return isOne ? (change(segment) ?? segment) : segment;
  });
}
