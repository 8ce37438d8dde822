import type { BoardRecord, Fields } from '@bridgeboard/protocol';
import { applyFields } from '../board/fields.ts';
import type { Slot } from '../board/board-state.ts';
import { breakRings } from './break-rings.ts';
import { isReleased, isSeenWith } from './check-parent.ts';
import { topLayer } from './create-record.ts';
import type { EditAct, Verdict } from './edit-act.ts';
import { noteEnds } from './fix-ends.ts';
import { placedIndex } from './place-index.ts';
import { changeAsPupil } from './put-as-pupil.ts';
import { hasRoomToGrow } from './quota.ts';

/** Puts fields that have passed the gate where this person's changes of that record go. */
export function putFields(act: EditAct, slot: Slot, change: { version: BoardRecord; fields: Fields }): Verdict {
  const record = applyFields(change.version, change.fields);
  // How much of its room another school has used up is not for this one to feel (P28).
  const isOwn = act.actor.role !== 'staff' || slot.school === act.actor.school;
  const growth = { school: act.actor.school, before: change.version, after: record };
  if (isOwn && !hasRoomToGrow(act.draft.state, growth)) return { code: 'QUOTA' };
  if (act.actor.role === 'staff') return changeAsStaff(act, slot, { record, fields: change.fields });
  return changeAsPupil(act, slot, { record, fields: change.fields });
}

/** P4: the whole change joins the topmost layer this member of staff sees, else it goes to base at once. */
function changeAsStaff(act: EditAct, slot: Slot, change: { record: BoardRecord; fields: Fields }): Verdict {
  const { fields } = change;
  const layer = topLayer(act, slot);
  const isThere = (id: unknown): boolean => (layer ? isSeenWith(act, layer, id) : isReleased(act, id));
  for (const name of ['parentId', 'toId']) {
    if (name in fields && !isThere(fields[name])) return { code: 'NEEDS_OTHER_ITEM' };
  }
  // P6: what a pupil changes of somebody else's record never moves it, not even with a teacher's help.
  if (layer && layer.author !== slot.author && 'parentId' in fields) return { code: 'NEEDS_OTHER_ITEM' };
  noteEnds(act.endsSet, slot.id, { fields, in: layer ? 'layer' : 'base' });
  if (layer) {
    const { author, reach } = layer;
    act.draft.add({ kind: 'set-layer', id: slot.id, author, reach, case: layer.case }, fields);
    return 'taken';
  }
  const isPlaced = 'index' in fields || 'parentId' in fields;
  const index = isPlaced ? placedIndex(act, { record: change.record, id: slot.id, reach: 'board' }) : {};
  act.draft.add({ kind: 'set-base', id: slot.id }, { ...fields, ...index });
  if ('parentId' in fields) breakRings(act.draft, slot.id);
  return 'taken';
}
