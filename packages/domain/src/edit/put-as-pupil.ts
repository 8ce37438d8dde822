import type { BoardRecord, Fields, Reach } from '@bridgeboard/protocol';
import { splitFields } from '../board/fields.ts';
import type { Slot } from '../board/board-state.ts';
import { breakRings } from './break-rings.ts';
import { wordsIn } from '../gate/words-in.ts';
import type { EditAct, Verdict } from './edit-act.ts';
import { noteEnds } from './fix-ends.ts';
import { joinCase } from './join-case.ts';
import { landingOfNew, landingsOf } from './landing.ts';
import { placedIndex } from './place-index.ts';

/** Puts a pupil's new record where it goes (P3), with the case in which it waits or is looked at afterwards. */
export function createAsPupil(act: EditAct, record: BoardRecord): Verdict {
  const found = act.findIn(wordsIn(record));
  const reach = landingOfNew(act, record, found.length > 0);
  const id = joinCase(act, record, { slot: undefined, reach, found });
  if (id === null) return { code: 'QUOTA' };
  const { person: author, school } = act.actor;
  const fields = splitFields(record);
  const about = { record, id: record.id, reach };
  const index = reach === 'held' ? {} : placedIndex(act, about);
  const inCase = reach === 'board' ? {} : { case: id };
  act.draft.add({ kind: 'create', id: record.id, author, school, reach, ...inCase }, { ...fields, ...index });
  return 'taken';
}

/** Puts a pupil's change of fields that have passed the gate where each of them goes (P3, P6). */
export function changeAsPupil(act: EditAct, slot: Slot, change: { record: BoardRecord; fields: Fields }): Verdict {
  const { record } = change;
  const found = act.findIn(wordsIn(record, change.fields));
  const landings = landingsOf(act, slot, { ...change, isMarked: found.length > 0 });
  const parts = [...landings].map(([reach, fields]) => ({
    reach,
    fields,
    id: joinCase(act, record, { slot, reach, found }),
  }));
  if (parts.some(({ id }) => id === null)) return { code: 'QUOTA' };
  for (const { reach, fields, id } of parts) put(act, { record, id: slot.id, reach }, { fields, case: id ?? '' });
  return 'taken';
}

function put(
  act: EditAct,
  at: { record: BoardRecord; id: string; reach: Reach },
  change: { fields: Fields; case: string },
): void {
  const { reach, id } = at;
  const isPlaced = 'index' in change.fields || 'parentId' in change.fields;
  const fields = reach !== 'held' && isPlaced ? { ...change.fields, ...placedIndex(act, at) } : change.fields;
  noteEnds(act.endsSet, id, { fields, in: reach === 'board' ? 'base' : 'layer' });
  if (reach !== 'board') {
    act.draft.add({ kind: 'set-layer', id, author: act.actor.person, reach, case: change.case }, fields);
    return;
  }
  act.draft.add({ kind: 'set-base', id }, fields);
  if ('parentId' in fields) breakRings(act.draft, id);
}
