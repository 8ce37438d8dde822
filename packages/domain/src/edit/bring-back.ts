import type { BoardRecord } from '@bridgeboard/protocol';

import type { Binned, Slot } from '../board/board-state.ts';
import { equalJson } from '../board/fields.ts';
import { isClosedAt } from '../view/closed-at.ts';
import { versionOf } from '../view/version.ts';
import type { EditAct, Verdict } from './edit-act.ts';

/**
 * P7: undo of an own delete. What comes back exactly as it was needs no new review, at whatever reach its parts had; an
 * author's changed copy is new work, for which this answers null. What somebody else took off stays off, so that nobody can
 * bring back what a teacher or a decision removed; its id stays in use for ever (P21).
 */
export function bringBack(act: EditAct, binned: Binned, record: BoardRecord): Verdict | null {
  const { slot, by } = binned;
  const { person, school } = act.actor;
  const before = versionOf(slot, act.viewer);
  if (!before || by !== person || slot.hidden) return { code: 'BAD_ID' };
  if (!equalJson({ ...before, index: null }, { ...record, index: null })) {
    return slot.author === person ? null : { code: 'BAD_ID' };
  }
  const { state } = act.draft;
  const isWhole = isClosedAt(state, slot, { kind: 'guests' }) && isClosedAt(state, slot, { kind: 'pupils', school });
  if (!isWhole) return { code: 'BAD_PARENT' };
  act.draft.add({ kind: 'unbin', id: record.id });
  reopenCases(act, slot);
  return 'taken';
}

/** Held work that is back waits again, in the case that its delete had taken it out of. */
function reopenCases(act: EditAct, slot: Slot): void {
  for (const layer of slot.layers) {
    const known = layer.reach === 'held' ? act.draft.state.cases.get(layer.case) : undefined;
    if (!known) continue;
    const { id, author, school, page } = known;
    act.draft.add({ kind: 'case-edited', case: id, author, school, page, records: [slot.id], anew: false });
  }
}
