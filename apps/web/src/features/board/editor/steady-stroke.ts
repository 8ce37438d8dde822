import type { BoardRecord, Json } from '@bridgeboard/protocol';

type JsonObject = { [key: string]: Json };

/**
 * A stroke of a stylus as far as it will stay: while it is drawn, tldraw moves its last point about, and a stroke that only
 * grows travels as what is new of it. The last point follows with the next one, or when the pen is lifted.
 */
export function steadyStroke(record: BoardRecord | null): BoardRecord | null {
  const props = record?.['props'];
  if (!record || !isObject(props) || props['isPen'] !== true || props['isComplete'] !== false) return record;
  const segments = props['segments'];
  const steady = Array.isArray(segments) ? withoutLastPoint(segments) : null;
  return steady ? { ...record, props: { ...props, segments: steady } } : record;
}

function withoutLastPoint(segments: readonly Json[]): Json[] | null {
  const last = segments.at(-1);
  const points = isObject(last) && last['type'] === 'free' ? last['points'] : undefined;
  if (!isObject(last) || !Array.isArray(points) || points.length < 2) return null;
  return [...segments.slice(0, -1), { ...last, points: points.slice(0, -1) }];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
