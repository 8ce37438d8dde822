import type { BoardRecord, Json } from '@bridgeboard/protocol';
import { fieldOf, isObject } from '../board/fields.ts';
import { limits } from '../gate/limits.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape's place: its origin and rotation (radians) in some space. */
export interface Place extends Point {
  readonly rotation: number;
}

const origin: Place = { x: 0, y: 0, rotation: 0 };

/** Where a shape stands in its parent. */
export function placeOf(record: BoardRecord): Place {
  return { x: numberOf(record['x']), y: numberOf(record['y']), rotation: numberOf(record['rotation']) };
}

/** The place, in the outer space, of something that stands at `inner` within `outer`. */
export function composePlaces(outer: Place, inner: Place): Place {
  const at = toOuter(outer, inner);
  return { x: at.x, y: at.y, rotation: outer.rotation + inner.rotation };
}

/** A point given in the space of a place, as a point of the space around it. */
export function toOuter(place: Place, point: Point): Point {
  const cos = Math.cos(place.rotation);
  const sin = Math.sin(place.rotation);
  return { x: place.x + point.x * cos - point.y * sin, y: place.y + point.x * sin + point.y * cos };
}

/** A point of the space around a place, as a point in its own space. */
export function toInner(place: Place, point: Point): Point {
  const cos = Math.cos(-place.rotation);
  const sin = Math.sin(-place.rotation);
  const x = point.x - place.x;
  const y = point.y - place.y;
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** The nearest value that the gate takes: what the engine works out must stay something that people can go on editing. */
export function onBoard(value: number): number {
  return Math.min(limits.both.coordinate, Math.max(-limits.both.coordinate, value));
}

/** The box a shape fills in its own space, from its own fields alone. */
export function boxOf(record: BoardRecord): { x: number; y: number; w: number; h: number } {
  const scale = numberOf(fieldOf(record, 'props.scale')) || 1;
  const growY = numberOf(fieldOf(record, 'props.growY'));
  if (record['type'] === 'note') return { x: 0, y: 0, w: 200 * scale, h: (200 + growY) * scale };
  const drawn = drawnPoints(record);
  if (drawn.length > 0) return around(drawn);
  return { x: 0, y: 0, w: numberOf(fieldOf(record, 'props.w')), h: numberOf(fieldOf(record, 'props.h')) + growY };
}

function drawnPoints(record: BoardRecord): Point[] {
  const segments = fieldOf(record, 'props.segments');
  if (Array.isArray(segments))
    return segments.flatMap((segment) => (isObject(segment) ? pointsIn(segment['points']) : []));
  const points = fieldOf(record, 'props.points');
  return isObject(points) ? pointsIn(Object.values(points)) : [];
}

function pointsIn(value: Json | undefined): Point[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((point) => (isObject(point) ? [{ x: numberOf(point['x']), y: numberOf(point['y']) }] : []));
}

function around(points: readonly Point[]): { x: number; y: number; w: number; h: number } {
  const first = points[0] ?? origin;
  let [left, top, right, bottom] = [first.x, first.y, first.x, first.y];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

function numberOf(value: Json | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
