import { applyFields, diffRecords, equalJson } from '@bridgeboard/domain';
import type { BoardRecord, Fields } from '@bridgeboard/protocol';

/** One step that can be undone, in tldraw's form. */
export interface HistoryDiff {
  readonly added: Record<string, BoardRecord>;
  readonly updated: Record<string, [from: BoardRecord, to: BoardRecord]>;
  readonly removed: Record<string, BoardRecord>;
}

/** A record as it was on the screen and as the server has it now; null where there is none. */
export interface OthersChange {
  readonly id: string;
  readonly before: BoardRecord | null;
  readonly after: BoardRecord | null;
}

/**
 * P24: takes what others did out of an own step, so that undoing it leaves their work alone. Fields they changed are
 * theirs now; steps on a record that is gone, or that is back although this step took it away, disappear. Changes the
 * step in place; it may become empty.
 */
export function rebaseStep(step: HistoryDiff, changes: readonly OthersChange[]): void {
  for (const { id, before, after } of changes) {
    if (!after || !before) forget(step, id);
    else rebaseRecord(step, id, diffRecords(before, after).set);
    if (!after) forgetWhatNeeds(step, id);
  }
}

/** What cannot stand without a record that is gone does not come back without it: ends of arrows, and what was in it. */
function forgetWhatNeeds(step: HistoryDiff, gone: string): void {
  for (const part of [step.added, step.removed]) {
    for (const record of Object.values(part)) {
      const needs = [record['fromId'], record['toId'], record['parentId']];
      if (part[record.id] && needs.includes(gone)) {
        forget(step, record.id);
        forgetWhatNeeds(step, record.id);
      }
    }
  }
}

/** Whether undoing this would change anything on the board; what is selected belongs to nobody's work. */
export function hasWork({ added, updated, removed }: HistoryDiff): boolean {
  return [added, updated, removed].some((part) =>
    Object.keys(part).some((id) => /^(?:shape|binding|page|document):/.test(id)),
  );
}

function forget(step: HistoryDiff, id: string): void {
  delete step.added[id];
  delete step.updated[id];
  delete step.removed[id];
}

function rebaseRecord(step: HistoryDiff, id: string, fields: Fields): void {
  const made = step.added[id];
  if (made) step.added[id] = applyFields(made, fields);
  const changed = step.updated[id];
  if (!changed) return;
  const [from, to] = [applyFields(changed[0], fields), applyFields(changed[1], fields)];
  if (equalJson(from, to)) delete step.updated[id];
  else step.updated[id] = [from, to];
}
