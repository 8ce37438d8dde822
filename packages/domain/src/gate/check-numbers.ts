import type { BoardRecord, ErrorCode, Json } from '@bridgeboard/protocol';
import { fieldOf, isObject } from '../board/fields.ts';
import { limits } from './limits.ts';

/** Fields with a range of their own, in pixels or as a factor. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  'props.w': [limits.both.minSize, limits.both.size],
  'props.h': [limits.both.minSize, limits.both.size],
  'props.growY': [0, limits.both.size],
  'props.scale': [limits.both.minScale, limits.both.maxScale],
  'props.fontSizeAdjustment': [0, limits.both.fontSize],
};

/** Numbers that a browser can draw and nobody can lose a board with: finite, near enough, neither tiny nor huge. */
export function checkNumbers(record: BoardRecord): ErrorCode | null {
  if (!everyNumber(record, (value) => Math.abs(value) <= limits.both.coordinate)) return 'OUT_OF_RANGE';
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = fieldOf(record, name);
    if (typeof value === 'number' && !(value >= least && value <= most)) return 'OUT_OF_RANGE';
  }
  if (!isCropped(record)) return 'OUT_OF_RANGE';
  return pressures(record).every((value) => value >= 0 && value <= limits.both.penPressure) ? null : 'OUT_OF_RANGE';
}

/** A crop is a part of its picture: a corner beyond it, or nothing between the corners, would blow it up without end. */
function isCropped(record: BoardRecord): boolean {
  const crop = fieldOf(record, 'props.crop');
  if (!isObject(crop)) return true;
  const { topLeft, bottomRight } = crop;
  if (!isObject(topLeft) || !isObject(bottomRight)) return false;
  return (['x', 'y'] as const).every((axis) => {
    const [from, to] = [Number(topLeft[axis]), Number(bottomRight[axis])];
    return from >= 0 && to <= 1 && to - from >= limits.both.leastCrop;
  });
}

/** NaN and the infinities fail every comparison, so they fail here too. */
function everyNumber(value: Json, holds: (value: number) => boolean): boolean {
  if (typeof value === 'number') return holds(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => everyNumber(inner, holds));
}

/** How hard the pen was pressed at each point: it makes the line wide, so a huge one would paint over the board. */
function pressures(record: BoardRecord): number[] {
  const segments = fieldOf(record, 'props.segments');
  if (!Array.isArray(segments)) return [];
  const points = segments.flatMap((segment) =>
    isObject(segment) && Array.isArray(segment['points']) ? segment['points'] : [],
  );
  return points.flatMap((point) => (isObject(point) && typeof point['z'] === 'number' ? point['z'] : []));
}
