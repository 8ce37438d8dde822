import type { BoardRecord, Fields, UpdateOp } from '@bridgeboard/protocol';
import { assetField } from '../board/assets.ts';
import { applyFields, equalJson, fieldOf } from '../board/fields.ts';
import type { Slot } from '../board/board-state.ts';
import { roundStroke } from '../board/strokes.ts';
import { gateRecord } from '../gate/gate-record.ts';
import { checkParent } from './check-parent.ts';
import { checkBound, isShortKey } from './create-record.ts';
import {
  isLocked,
  refusalOfUnseen,
  refusalToOwn,
  refusalToTouch,
  seen,
  type EditAct,
  type Verdict,
} from './edit-act.ts';
import { growStroke } from './append-points.ts';
import { putFields } from './put-fields.ts';

/** Fields that say what a record is; they never change. */
const fixedFields: ReadonlySet<string> = new Set([
  'id',
  'typeName',
  'type',
  'meta',
  'props',
  'fromId',
  'about',
  'sign',
  assetField,
]);

/** Fields that say where an arrow ends, and those that follow from it when a browser works out somebody else's arrow. */
const endFields: ReadonlySet<string> = new Set(['props.start', 'props.end']);
const followingFields: ReadonlySet<string> = new Set([...endFields, 'props.bend', 'x', 'y']);

/** Changes fields of a record: a pupil's where the mode puts them, staff's in base or in the layer that lies on it. */
export function updateRecord(act: EditAct, op: UpdateOp): Verdict {
  const found = seen(act, op.id);
  if (!found) return refusalOfUnseen(act, op.id);
  const ridesAlong = act.ridesAlong.has(op.id);
  const refusal = refusalToTouch(act, found.slot);
  if (refusal) return ridesAlong ? 'taken' : refusal;
  // The server itself puts the ends of arrows to a deleted shape; what browsers work out for that is not an edit (P12).
  const isOwn = found.slot.author === act.actor.person;
  const set = ridesAlong ? without(op.set, isOwn ? endFields : followingFields) : op.set;
  const { slot, version } = found;
  const fields = changedFields(version, roundStroke(set));
  if (Object.keys(fields).length === 0) return 'taken';
  const growth = growStroke(act, found, fields);
  if (growth) return growth;
  const wrong = checkFields(act, version, fields) ?? checkMove(act, slot, fields) ?? checkPointers(act, found, fields);
  if (wrong) return wrong;
  return putFields(act, slot, { version, fields });
}

function without(set: Fields, names: ReadonlySet<string>): Fields {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !names.has(name)));
}

function changedFields(version: BoardRecord, set: Fields): Fields {
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => !equalJson(fieldOf(version, name), value)));
}

function checkFields(act: EditAct, version: BoardRecord, fields: Fields): Verdict | null {
  const { role } = act.actor;
  for (const name of Object.keys(fields)) {
    if (fixedFields.has(name) || name.startsWith('meta')) return { code: 'FORBIDDEN_FIELD' };
    if (name === 'isLocked' && role !== 'staff') return { code: 'FORBIDDEN_FIELD' };
  }
  if (isLocked(act, version)) return { code: 'LOCKED' };
  if (!isShortKey(fields['index'])) return { code: 'OUT_OF_RANGE' };
  const code = gateRecord(applyFields(version, fields), { role, check: act.check });
  return code && { code };
}

/** P6: only whoever made a record says what it stands in. */
function checkMove(act: EditAct, slot: Slot, fields: Fields): Verdict | null {
  return 'parentId' in fields ? refusalToOwn(act, slot) : null;
}

/** After the gate, which has made sure that ids are ids. */
function checkPointers(act: EditAct, found: { slot: Slot; version: BoardRecord }, fields: Fields): Verdict | null {
  if ('parentId' in fields) {
    const code = checkParent(act, applyFields(found.version, fields), found.slot);
    if (code) return { code };
    if (isLocked(act, applyFields(found.version, fields))) return { code: 'LOCKED' };
  }
  return 'toId' in fields ? checkBound(act, String(fields['toId'])) : null;
}
