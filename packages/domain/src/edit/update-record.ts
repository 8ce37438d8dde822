import type { BoardRecord, Fields, UpdateOp } from '@bridgeboard/protocol';
import { applyFields, equalJson, fieldOf } from '../board/fields.ts';
import type { Slot } from '../board/board-state.ts';
import { gateRecord } from '../gate/gate-record.ts';
import { breakRings } from './break-rings.ts';
import { checkParent, isReleased, isSeenWith } from './check-parent.ts';
import { checkBound, isShortKey, topLayer } from './create-record.ts';
import { refusalOfUnseen, refusalToTouch, seen, type EditAct, type Verdict } from './edit-act.ts';
import { endKey } from './fix-ends.ts';
import { joinCase } from './join-case.ts';

/** Fields that say what a record is; they never change. */
const fixedFields: ReadonlySet<string> = new Set(['id', 'typeName', 'type', 'meta', 'props', 'fromId']);

/** Fields that only set where an arrow ends. */
const endFields: ReadonlySet<string> = new Set(['props.start', 'props.end', 'props.bend', 'x', 'y']);

/** Changes fields of a record: a pupil's own into the held layer, staff's into base or the layer that lies on it. */
export function updateRecord(act: EditAct, op: UpdateOp): Verdict {
  const found = seen(act, op.id);
  if (!found) return refusalOfUnseen(act, op.id);
  const ridesAlong = act.ridesAlong.has(op.id);
  const refusal = refusalToTouch(act, found.slot);
  if (refusal) return ridesAlong ? 'taken' : refusal;
  // The server itself puts the ends of arrows to a deleted shape; what browsers work out for that is not an edit (P12).
  if (ridesAlong && Object.keys(op.set).every((name) => endFields.has(name))) return 'taken';
  const { slot, version } = found;
  const fields = changedFields(version, op.set);
  if (Object.keys(fields).length === 0) return 'taken';
  const wrong = checkFields(act, version, fields) ?? checkPointers(act, found, fields);
  if (wrong) return wrong;
  return act.actor.role === 'pupil' ? hold(act, slot, { version, fields }) : changeAsStaff(act, slot, fields);
}

function changedFields(version: BoardRecord, set: Fields): Fields {
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => !equalJson(fieldOf(version, name), value)));
}

function checkFields(act: EditAct, version: BoardRecord, fields: Fields): Verdict | null {
  const { role } = act.actor;
  for (const name of Object.keys(fields)) {
    if (fixedFields.has(name) || name.startsWith('meta')) return { code: 'FORBIDDEN_FIELD' };
    if (name === 'isLocked' && role === 'pupil') return { code: 'FORBIDDEN_FIELD' };
  }
  if (version['isLocked'] === true && role === 'pupil') return { code: 'FORBIDDEN' };
  if (!isShortKey(fields['index'])) return { code: 'OUT_OF_RANGE' };
  const code = gateRecord(applyFields(version, fields), { role, check: act.check });
  return code && { code };
}

/** After the gate, which has made sure that ids are ids. */
function checkPointers(act: EditAct, found: { slot: Slot; version: BoardRecord }, fields: Fields): Verdict | null {
  if ('parentId' in fields) {
    const code = checkParent(act, applyFields(found.version, fields), found.slot.author);
    if (code) return { code };
  }
  return 'toId' in fields ? checkBound(act, String(fields['toId'])) : null;
}

function hold(act: EditAct, slot: Slot, change: { version: BoardRecord; fields: Fields }): Verdict {
  const id = joinCase(act, applyFields(change.version, change.fields), slot);
  if (id === null) return { code: 'QUOTA' };
  const key = { id: slot.id, author: act.actor.person, reach: 'held' as const };
  act.draft.add({ kind: 'set-layer', ...key, case: id }, change.fields);
  noteEnds(act, slot.id, { fields: change.fields, in: 'layer' });
  return 'taken';
}

/** P4: the whole change joins the topmost layer this member of staff sees, else it goes to base at once. */
function changeAsStaff(act: EditAct, slot: Slot, fields: Fields): Verdict {
  const layer = topLayer(act, slot);
  const isThere = (id: unknown): boolean => (layer ? isSeenWith(act, layer, id) : isReleased(act, id));
  for (const name of ['parentId', 'toId']) {
    if (name in fields && !isThere(fields[name])) return { code: 'NEEDS_OTHER_ITEM' };
  }
  noteEnds(act, slot.id, { fields, in: layer ? 'layer' : 'base' });
  if (layer) {
    const { author, reach } = layer;
    act.draft.add({ kind: 'set-layer', id: slot.id, author, reach, case: layer.case }, fields);
    return 'taken';
  }
  act.draft.add({ kind: 'set-base', id: slot.id }, withPlacedIndex(act, slot, fields));
  if ('parentId' in fields) breakRings(act.draft, slot.id);
  return 'taken';
}

function noteEnds(act: EditAct, arrow: string, change: { fields: Fields; in: 'base' | 'layer' }): void {
  for (const field of ['props.start', 'props.end']) {
    if (field in change.fields) act.endsSet.add(endKey({ arrow, field, in: change.in }));
  }
}

function withPlacedIndex(act: EditAct, slot: Slot, fields: Fields): Fields {
  if (!('index' in fields) && !('parentId' in fields)) return fields;
  const base: Partial<BoardRecord> = slot.base ?? {};
  const key = String(fields['index'] ?? base['index']);
  const parent = String(fields['parentId'] ?? base['parentId'] ?? '');
  return { ...fields, index: act.draft.orderKeys().place({ parent, key, id: slot.id }) };
}
