import type { Point } from './geometry.ts';

/**
 * A record can come from an older journal or a broken client, and a picture of the other fifty shapes
 * is worth more than an error: so every field is read with a way out, and nothing here throws.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** Beyond this a coordinate is a mistake, and would shrink everything else on the page to a dot. */
const farAway = 1_000_000;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A usable coordinate or length, or null. */
export function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Math.abs(value) <= farAway ? value : null;
}

/** A length that is drawn, at least `least`. */
export function readLength(value: unknown, fallback: number, least = 0): number {
  return Math.max(least, readNumber(value) ?? fallback);
}

/** A shape's `scale`: 0.1 to 8 on a board. */
export function readScale(value: unknown): number {
  const scale = readNumber(value) ?? 1;
  return scale > 0 ? Math.min(scale, 100) : 1;
}

export function readPoint(value: unknown): Point | null {
  if (!isFields(value)) return null;
  const x = readNumber(value['x']);
  const y = readNumber(value['y']);
  return x === null || y === null ? null : { x, y };
}
