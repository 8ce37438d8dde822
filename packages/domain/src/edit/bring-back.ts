import type { BoardRecord } from '@bridgeboard/protocol';

import type { Binned, Slot } from '../board/board-state.ts';
import { equalJson } from '../board/fields.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { isClosedAt } from '../view/closed-at.ts';
import { shownVersion } from '../view/version.ts';
import type { EditAct, Verdict } from './edit-act.ts';

/**
 * P7: undo of an own delete. What comes back exactly as it was needs no new review, at whatever reach its parts had; an
 * author's changed copy is new work, for which this answers null. What somebody else took off stays off, so that nobody can
 * bring back what a teacher or a decision removed; its id stays in use for ever (P21).
 */
export function bringBack(act: EditAct, binned: Binned, record: BoardRecord): Verdict | null {
  const { slot } = binned;
  const { person, school } = act.actor;
  const before = shownVersion(act.draft.state, slot, act.viewer);
  if (!before || !isTheirs(act, binned) || slot.hidden) return { code: 'BAD_ID' };
  if (!equalJson({ ...before, index: null }, { ...record, index: null })) {
    return slot.author === person ? null : { code: 'BAD_ID' };
  }
  const { state } = act.draft;
  const isWhole = isClosedAt(state, slot, { kind: 'guests' }) && isClosedAt(state, slot, { kind: 'pupils', school });
  if (!isWhole) return { code: 'BAD_PARENT' };
  act.draft.add({ kind: 'unbin', id: record.id });
  reopenCases(act.draft, slot);
  return 'taken';
}

/** Whether this person may bring a record back: it was they who took it off, or it went by itself and is their own. */
export function isTheirs(act: EditAct, { slot, by }: Binned): boolean {
  const { person } = act.actor;
  return by === person || (by === '' && slot.author === person);
}

/**
 * What is back and was never decided waits again, in the case that its leaving had taken it out of. What had been let out to the
 * school stays that.
 */
export function reopenCases(draft: EntryDraft, slot: Slot): void {
  const { cases } = draft.state;
  const checked = slot.check === undefined ? undefined : cases.get(slot.check);
  const undecided = slot.layers.flatMap((layer) => {
    const known = cases.get(layer.case);
    return known && !(layer.reach === 'school' && known.state === 'approved') ? [known] : [];
  });
  const isUnchecked = checked?.state === 'withdrawn' || checked?.state === 'open' || checked?.state === 'returned';
  for (const known of new Set([...undecided, ...(checked && isUnchecked ? [checked] : [])])) {
    const { id, author, school, page, afterwards } = known;
    const about = { case: id, author, school, page, records: [slot.id], anew: false };
    draft.add({ kind: 'case-edited', ...about, ...(afterwards ? { afterwards } : {}) });
  }
}
