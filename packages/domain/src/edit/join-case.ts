import type { BoardRecord } from '@bridgeboard/protocol';
import { burstKey, type Layer, type Slot } from '../board/board-state.ts';
import { limits } from '../gate/limits.ts';
import { burstLimits, statusOf } from '../moderation/burst.ts';
import { versionOf } from '../view/version.ts';
import type { EditAct } from './edit-act.ts';

/**
 * The review case that a pupil's change of this record belongs to: that of the held layer it goes on with, else the burst
 * being drawn on that page, else a new one. Null when too much is waiting already.
 */
export function joinCase(act: EditAct, record: BoardRecord, slot: Slot | undefined): string | null {
  const page = pageOf(act, record);
  const layer = slot && heldLayer(slot, act.actor.person);
  const id = layer?.case ?? begunHere(act, page) ?? drawingCase(act, page) ?? newCase(act);
  if (id === null) return null;
  if (!layer) act.caseOfPage.set(page, id);
  const { state, moment } = act.draft;
  const known = state.cases.get(id);
  const added = act.caseRecords.get(id) ?? {
    page: known?.page ?? page,
    records: new Set<string>(),
    anew: known !== undefined && statusOf(known, moment.at) !== 'drawing',
  };
  added.records.add(record.id);
  act.caseRecords.set(id, added);
  return id;
}

/** Writes down what this edit added to cases; last, because a record may have come and gone within the edit. */
export function noteCases(act: EditAct): void {
  const { state } = act.draft;
  for (const [id, { page, records, anew }] of act.caseRecords) {
    const kept = [...records].filter((record) => state.slots.get(record)?.layers.some((layer) => layer.case === id));
    if (kept.length === 0) continue;
    const { person, school } = act.actor;
    act.draft.add({ kind: 'case-edited', case: id, author: person, school, page, records: kept, anew });
  }
}

function heldLayer(slot: Slot, person: string): Layer | undefined {
  return slot.layers.find((layer) => layer.author === person && layer.reach === 'held');
}

/** The case that this very edit works on; a burst closes at so many records, also within one edit. */
function begunHere(act: EditAct, page: string): string | undefined {
  const id = act.caseOfPage.get(page);
  return id !== undefined && hasRoom(act, id) ? id : undefined;
}

function drawingCase(act: EditAct, page: string): string | undefined {
  const { state, moment } = act.draft;
  const id = state.bursts.get(burstKey(act.actor.person, page));
  const found = id === undefined ? undefined : state.cases.get(id);
  if (!found || statusOf(found, moment.at) !== 'drawing') return undefined;
  return hasRoom(act, found.id) ? found.id : undefined;
}

function hasRoom(act: EditAct, id: string): boolean {
  const known = act.draft.state.cases.get(id)?.records ?? [];
  const added = act.caseRecords.get(id)?.records ?? [];
  return new Set([...known, ...added]).size < burstLimits.records;
}

function newCase(act: EditAct): string | null {
  const { cases } = act.draft.state;
  let waiting = [...act.caseRecords.keys()].filter((id) => !cases.get(id)).length;
  for (const [, one] of cases.entries()) {
    if (one.author === act.actor.person && (one.state === 'open' || one.state === 'returned')) waiting += 1;
  }
  return waiting < limits[act.actor.role].waitingCases ? act.newId() : null;
}

/** The page that a record stands on, as its editor sees it. */
function pageOf(act: EditAct, record: BoardRecord): string {
  let at: BoardRecord | null = record;
  for (let depth = 0; at && depth <= limits.both.parentDepth + 1; depth += 1) {
    if (at.typeName === 'page') return at.id;
    const up: unknown = at.typeName === 'binding' ? at['fromId'] : at['parentId'];
    at = versionOf(act.draft.state.slots.get(String(up)), act.viewer);
  }
  return 'page:page';
}
