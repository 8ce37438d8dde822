import { packPoints, toHundredth, unpackPoints, type Fields, type Json, type StrokePoint } from '@bridgeboard/protocol';
import { equalJson, isObject } from './fields.ts';

/** The field that holds the points of a stroke. */
export const segmentsField = 'props.segments';

/** How many points a stroke has, over all its segments. */
export function countPoints(segments: Json | undefined): number {
  return Array.isArray(segments) ? segments.reduce<number>((sum, segment) => sum + pointsOf(segment).length, 0) : 0;
}

/** The point a stroke ends with, or null where it does not end with one that can be gone on from. */
export function lastPoint(segments: Json | undefined): StrokePoint | null {
  const last = Array.isArray(segments) ? pointsOf(segments.at(-1)).at(-1) : undefined;
  return isObject(last) && packPoints([last]) ? (last as unknown as StrokePoint) : null;
}

/** A stroke with these points added to its last segment. What was there is shared, not copied. */
export function grown(segments: Json | undefined, points: readonly StrokePoint[]): Json {
  if (!Array.isArray(segments)) return segments ?? null;
  const last = segments.at(-1);
  if (!isObject(last)) return segments;
  const added = points.map(({ x, y, z }): Json => ({ x, y, z }));
  return [...segments.slice(0, -1), { ...last, points: [...pointsOf(last), ...added] }];
}

/** The points that lead from one state of a stroke to the other, packed, or null where it did more than grow at its end. */
export function growthOf(before: Json | undefined, after: Json | undefined): number[] | null {
  const from = lastPoint(before);
  if (!from || !Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return null;
  const [old, next] = [before.at(-1), after.at(-1)];
  if (!isObject(old) || !isObject(next)) return null;
  const [oldPoints, nextPoints] = [pointsOf(old), pointsOf(next)];
  if (nextPoints.length <= oldPoints.length) return null;
  const isSame =
    oldPoints.every((point, i) => equalJson(point, nextPoints[i])) &&
    equalJson({ ...old, points: null }, { ...next, points: null }) &&
    before.slice(0, -1).every((segment, i) => equalJson(segment, after[i]));
  return isSame ? packPoints(nextPoints.slice(oldPoints.length), from) : null;
}

/** A stroke grown by packed points (`growthOf`). */
export function grownBy(segments: Json | undefined, line: readonly number[]): Json {
  return grown(segments, unpackPoints(line, lastPoint(segments)));
}

/** Fields with the points of a stroke kept to a hundredth of a pixel, which is all that anybody sees. */
export function roundStroke(fields: Fields): Fields {
  const segments = fields[segmentsField];
  return Array.isArray(segments) ? { ...fields, [segmentsField]: segments.map(roundSegment) } : fields;
}

/** The props of a new record, likewise. */
export function roundProps(props: Json | undefined): Json | undefined {
  const segments = isObject(props) ? props['segments'] : undefined;
  return isObject(props) && Array.isArray(segments) ? { ...props, segments: segments.map(roundSegment) } : props;
}

function roundSegment(segment: Json): Json {
  if (!isObject(segment) || !Array.isArray(segment['points'])) return segment;
  return { ...segment, points: segment['points'].map(roundPoint) };
}

/** What is no finite number stays what it is, for the gate to refuse. */
function roundPoint(point: Json): Json {
  if (!isObject(point)) return point;
  const entries = Object.entries(point).map(([key, value]) => [
    key,
    typeof value === 'number' && Number.isFinite(value) ? toHundredth(value) : value,
  ]);
  return Object.fromEntries(entries) as Json;
}

function pointsOf(segment: Json | undefined): readonly Json[] {
  const points = isObject(segment) ? segment['points'] : null;
  return Array.isArray(points) ? points : [];
}
