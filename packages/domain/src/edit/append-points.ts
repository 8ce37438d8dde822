import { unpackPoints, type AppendOp, type BoardRecord, type Fields, type StrokePoint } from '@bridgeboard/protocol';
import { fieldOf } from '../board/fields.ts';
import type { Slot } from '../board/board-state.ts';
import { countPoints, grown, growthOf, lastPoint, segmentsField } from '../board/strokes.ts';
import { limits } from '../gate/limits.ts';
import { isLocked, refusalOfUnseen, refusalToTouch, seen, type EditAct, type Verdict } from './edit-act.ts';
import { putFields } from './put-fields.ts';

interface Found {
  readonly slot: Slot;
  readonly version: BoardRecord;
}

/** Grows a stroke by points. Where it is not as long as the sender thinks, CHANGED: then the sender has to say it whole. */
export function appendPoints(act: EditAct, op: AppendOp): Verdict {
  const found = seen(act, op.id);
  if (!found) return refusalOfUnseen(act, op.id);
  const refusal = refusalToTouch(act, found.slot);
  if (refusal) return refusal;
  const { version } = found;
  if (version['type'] !== 'draw' && version['type'] !== 'highlight') return { code: 'BAD_RECORD' };
  if (op.points.length % 3 !== 0) return { code: 'BAD_MESSAGE' };
  const segments = fieldOf(version, segmentsField);
  const last = lastPoint(segments);
  if (!last || countPoints(segments) !== op.at) return { code: 'CHANGED' };
  return grow(act, found, unpackPoints(op.points, last));
}

/** Takes fields that do nothing but add points at the end of a stroke as what they are; null where they do more. */
export function growStroke(act: EditAct, found: Found, fields: Fields): Verdict | null {
  const names = Object.keys(fields);
  if (names.length !== 1 || names[0] !== segmentsField) return null;
  const before = fieldOf(found.version, segmentsField);
  const line = growthOf(before, fields[segmentsField]);
  return line && grow(act, found, unpackPoints(line, lastPoint(before)));
}

/** The stroke has passed the gate already, so only what is new goes through it. */
function grow(act: EditAct, found: Found, points: readonly StrokePoint[]): Verdict {
  const { slot, version } = found;
  if (isLocked(act, version)) return { code: 'LOCKED' };
  const segments = fieldOf(version, segmentsField);
  if (countPoints(segments) + points.length > limits.both.strokePoints) return { code: 'RECORD_TOO_BIG' };
  if (!points.every(isOnBoard)) return { code: 'OUT_OF_RANGE' };
  return putFields(act, slot, { version, fields: { [segmentsField]: grown(segments, points) } });
}

function isOnBoard({ x, y, z }: StrokePoint): boolean {
  const { coordinate, penPressure } = limits.both;
  return Math.abs(x) <= coordinate && Math.abs(y) <= coordinate && z >= 0 && z <= penPressure;
}
