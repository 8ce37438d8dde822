import { recordIdPattern, type MoveMessage, type PresenceMessage, type Viewport } from '@bridgeboard/protocol';

/** Most selected records that a message names. */
const mostSelected = 50;
const farthest = 100_000;
const widest = 200_000;

/**
 * A `presence` message, or null where it is none. By hand, because pointers are nine in ten messages and nothing of them
 * is kept; a test holds it to the schema, word for word.
 */
export function readPresence(message: unknown): PresenceMessage | null {
  if (typeof message !== 'object' || message === null) return null;
  const { page, x, y, busy, selection, viewport }: Partial<Record<keyof PresenceMessage, unknown>> = message;
  if (!isRecordId(page) || !isCoordinate(x) || !isCoordinate(y) || typeof busy !== 'boolean') return null;
  if (!Array.isArray(selection) || selection.length > mostSelected || !selection.every(isRecordId)) return null;
  if (viewport === undefined) return { page, x, y, busy, selection };
  return isViewport(viewport) ? { page, x, y, busy, selection, viewport } : null;
}

/** A `move` message, or null where it is none; like `readPresence`. */
export function readMove(message: unknown): MoveMessage | null {
  if (!Array.isArray(message) || message.length !== 2) return null;
  const [x, y]: readonly unknown[] = message;
  return isCoordinate(x) && isCoordinate(y) ? [x, y] : null;
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && value >= -farthest && value <= farthest;
}

function isViewport(value: unknown): value is Viewport {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isInteger)) return false;
  const [x, y, width, height]: readonly unknown[] = value;
  return isCoordinate(x) && isCoordinate(y) && isExtent(width) && isExtent(height);
}

function isExtent(value: unknown): boolean {
  return typeof value === 'number' && value >= 1 && value <= widest;
}

function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && recordIdPattern.test(value);
}
