import type { BoardRecord, Reach, TextMark } from '@bridgeboard/protocol';
import { burstKey, type Slot } from '../board/board-state.ts';
import { standsWith } from '../board/stands-with.ts';
import { limits } from '../gate/limits.ts';
import { burstLimits, statusOf } from '../moderation/burst.ts';
import { versionOf } from '../view/version.ts';
import type { EditAct } from './edit-act.ts';

/** Where a pupil's change of a record goes; no slot where the record is new. */
interface Change {
  readonly slot: Slot | undefined;
  readonly reach: Reach;
  readonly found: readonly TextMark[];
}

/**
 * The review case that a pupil's change of this record belongs to: the open one that the record is in already, else the burst
 * being drawn on that page, else a new one. What is on the board at once has cases of its own, because what is decided there
 * is something else. Null when too much is waiting already.
 */
export function joinCase(act: EditAct, record: BoardRecord, change: Change): string | null {
  const page = pageOf(act, record);
  const afterwards = change.reach === 'board';
  const burst = burstKey({ author: act.actor.person, page, afterwards });
  const own = ownCase(act, change);
  const id =
    own ?? begunHere(act, burst) ?? drawingCase(act, burst) ?? reactionsCase(act, record, burst) ?? newCase(act);
  if (id === null) return null;
  if (own === undefined) act.caseOfPage.set(burst, id);
  const { state, moment } = act.draft;
  const known = state.cases.get(id);
  const added = act.caseRecords.get(id) ?? {
    page: known?.page ?? page,
    records: new Set<string>(),
    anew: known !== undefined && statusOf(known, moment.at) !== 'drawing',
    afterwards,
    found: new Set<TextMark>(),
  };
  added.records.add(record.id);
  for (const mark of change.found) added.found.add(mark);
  act.caseRecords.set(id, added);
  return id;
}

/** Writes down what this edit added to cases; last, because a record may have come and gone within the edit. */
export function noteCases(act: EditAct): void {
  const { state } = act.draft;
  for (const [id, { page, records: added, anew, afterwards, found }] of act.caseRecords) {
    const records = [...added].filter((record) => {
      const slot = state.slots.get(record);
      return afterwards ? Boolean(slot?.base) : slot?.layers.some((layer) => layer.case === id);
    });
    if (records.length === 0) continue;
    const { person: author, school } = act.actor;
    const about = { case: id, author, school, page, records, anew };
    const marks = found.size > 0 ? { found: [...found] } : {};
    act.draft.add({ kind: 'case-edited', ...about, ...(afterwards ? { afterwards } : {}), ...marks });
  }
}

/** The case that waits for a decision on this very record of the same author, that of the same reach first. */
function ownCase(act: EditAct, { slot, reach }: Change): string | undefined {
  const layers = slot?.layers.filter((layer) => layer.author === act.actor.person) ?? [];
  const nearest = layers.toSorted((a, b) => Number(b.reach === reach) - Number(a.reach === reach));
  const ids = reach === 'board' ? [slot?.check] : nearest.map((layer) => layer.case);
  return ids.find((id) => id !== undefined && isOpen(act, id));
}

/** Also a case that only this edit has begun and nobody has written down yet. */
function isOpen(act: EditAct, id: string): boolean {
  const found = act.draft.state.cases.get(id);
  if (!found) return act.caseRecords.has(id);
  return found.author === act.actor.person && (found.state === 'open' || found.state === 'returned');
}

/** The case that this very edit works on; a burst closes at so many records, also within one edit. */
function begunHere(act: EditAct, burst: string): string | undefined {
  const id = act.caseOfPage.get(burst);
  return id !== undefined && hasRoom(act, id) ? id : undefined;
}

function drawingCase(act: EditAct, burst: string): string | undefined {
  const { state, moment } = act.draft;
  const id = state.bursts.get(burst);
  const found = id === undefined ? undefined : state.cases.get(id);
  if (!found || statusOf(found, moment.at) !== 'drawing') return undefined;
  return hasRoom(act, found.id) ? found.id : undefined;
}

/** CO1: a reaction joins those of the same person on that page which wait, so that whoever looks at them has one thing to decide. */
function reactionsCase(act: EditAct, record: BoardRecord, burst: string): string | undefined {
  if (record.typeName !== 'reaction') return undefined;
  const { cases, bursts } = act.draft.state;
  const found = cases.get(bursts.get(burst) ?? '');
  const isForReactions = found?.state === 'open' && found.records.every((id) => id.startsWith('reaction:'));
  return isForReactions && hasRoom(act, found.id) ? found.id : undefined;
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
    at = versionOf(act.draft.state.slots.get(String(standsWith(at))), act.viewer);
  }
  return 'page:page';
}
