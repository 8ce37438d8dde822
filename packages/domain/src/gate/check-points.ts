import type { BoardRecord, ErrorCode, Json } from '@bridgeboard/protocol';
import { fieldOf, isObject } from '../board/fields.ts';
import { isOrderKey } from './is-order-key.ts';
import { limits } from './limits.ts';

/** Strokes and lines that browsers can draw: some points, not too many, and no words where a line names its points (D11). */
export function checkPoints(record: BoardRecord): ErrorCode | null {
  const segments = fieldOf(record, 'props.segments');
  if (Array.isArray(segments)) return checkSegments(segments);
  const points = record['type'] === 'line' ? fieldOf(record, 'props.points') : undefined;
  return isObject(points) ? checkLine(points) : null;
}

function checkSegments(segments: readonly Json[]): ErrorCode | null {
  const counts = segments.map((segment) => {
    const points = isObject(segment) ? segment['points'] : null;
    return Array.isArray(points) ? points.length : 0;
  });
  // A segment without a point throws where the editor looks for the first one.
  if (counts.length === 0 || counts.includes(0)) return 'BAD_RECORD';
  return counts.reduce((sum, count) => sum + count, 0) > limits.both.strokePoints ? 'RECORD_TOO_BIG' : null;
}

function checkLine(points: { readonly [name: string]: Json }): ErrorCode | null {
  const entries = Object.entries(points);
  if (entries.length > limits.both.strokePoints) return 'RECORD_TOO_BIG';
  // As the editor writes it, a point's name is its order key: anything else would be a place to write in.
  const isNamed = ([name, point]: [string, Json]): boolean =>
    isObject(point) && point['id'] === name && point['index'] === name && isOrderKey(name, limits.both.pointNameLength);
  return entries.length >= 2 && entries.every(isNamed) ? null : 'BAD_RECORD';
}
