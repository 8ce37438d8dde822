import type { Fields } from '@bridgeboard/protocol';
import { splitFields } from '../board/fields.ts';
import {
  seqFor,
  type BoardState,
  type CaseDecision,
  type Layer,
  type ReviewCase,
  type Slot,
} from '../board/board-state.ts';
import { reopenCases } from '../edit/bring-back.ts';
import { fixEndsAt } from '../edit/fix-ends.ts';
import { settleGroups } from '../edit/settle-groups.ts';
import { bringRemarksBack } from '../history/bring-remarks-back.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { isClosedAt } from '../view/closed-at.ts';
import type { Viewer } from '../view/viewer.ts';
import { isTouchedBy, layersBy } from './case-item.ts';
import { ownCase, type ActOutcome } from './decide-case.ts';
import { setHidden } from './put-away.ts';
import { refusalWhileStopped } from './who-may.ts';

/**
 * P10: takes the last decision on a case back: former base and layers return, if nothing of it changed since; otherwise
 * CHANGED, and putting away is what is left to do.
 */
export function undoDecision(state: BoardState, input: { actor: Actor; case: string; now: number }): ActOutcome {
  const stopped = refusalWhileStopped(state, input.actor);
  if (stopped) return stopped;
  const found = ownCase(state, input.actor, input.case);
  if (!found) return { refused: 'NOT_FOUND' };
  const { decision } = found;
  if (!decision || found.state === 'open') return { refused: 'CHANGED' };
  const decided: Decided = { ...decision, case: found };
  if (decision.before.some((slot) => hasMovedOn(state, slot, decided))) return { refused: 'CHANGED' };

  const draft = new EntryDraft(state, { at: input.now, by: input.actor.person });
  const touched = decision.before.filter((slot) => isTouchedBy(slot, decided));
  const isBack = found.afterwards ? showAgain(draft, touched) : takeBack(draft, touched, found);
  if (!isBack) return { refused: 'CHANGED' };
  bringRemarksBack(draft);
  draft.add({ kind: 'case-reopened', case: found.id, by: input.actor.person });
  draft.audit({ action: 'case.undo', by: input.actor.person, subjects: [found.id] });
  return { entry: draft.seal({ kind: 'undo-decision', actor: input.actor, client: undefined }) };
}

interface Decided extends CaseDecision {
  readonly case: ReviewCase;
}

function showAgain(draft: EntryDraft, touched: readonly Slot[]): true {
  setHidden(
    draft,
    touched.map((slot) => slot.id),
    false,
  );
  return true;
}

/** Whether the former versions could come back. */
function takeBack(draft: EntryDraft, touched: readonly Slot[], found: ReviewCase): boolean {
  // P12: arrows of others that were bound to it meanwhile keep their ends where it was.
  for (const slot of touched) if (!slot.base) fixEndsAt(draft, slot.id);
  for (const slot of touched) recall(draft, slot, found);
  if (!touched.every((slot) => isStillClosed(draft.state, slot.id, found.school))) return false;
  settleGroups(draft);
  return true;
}

function recall(draft: EntryDraft, slot: Slot, found: ReviewCase): void {
  const { id, author } = found;
  const layers = layersBy(slot, author);
  const base: Fields | null = slot.base && splitFields(slot.base);
  const content = [base, ...layers.map((layer) => layer.fields)];
  // What another decision had let out to the school stays what that decision was about; all else waits here again.
  const isOthers = ({ reach, case: of }: Layer): boolean =>
    reach === 'school' && draft.state.cases.get(of)?.state === 'approved';
  const cases = layers.map((layer) => (isOthers(layer) ? layer.case : id));
  const isElsewhere = cases.some((each) => each !== id);
  const wasBinned = draft.state.bin.get(slot.id) !== undefined;
  const change = { kind: 'recall' as const, id: slot.id, author, case: id, layers: layers.map((layer) => layer.reach) };
  draft.add(isElsewhere ? { ...change, cases } : change, content);
  const back = draft.state.slots.get(slot.id);
  if (back && wasBinned) {
    reopenCases(draft, { ...back, layers: back.layers.filter((layer) => layer.author !== author) });
  }
}

/**
 * P13 both ways: what came to stand in a record or points to it since keeps it, and what comes back has something to stand
 * on. What the other school has not let out has no say, because the answer would tell of it.
 */
function isStillClosed(state: BoardState, id: string, school: string): boolean {
  const reaches: readonly Viewer[] = [{ kind: 'guests' }, { kind: 'pupils', school }];
  const stands = (slot: Slot, viewers: readonly Viewer[]): boolean =>
    viewers.every((viewer) => isClosedAt(state, slot, viewer));
  const back = state.slots.get(id);
  if (back && !stands(back, [...reaches, { kind: 'staff', school }])) return false;
  return [...state.referrers.of(id)].every((referrer) => {
    const slot = state.slots.get(referrer);
    return !slot || stands(slot, reaches);
  });
}

/** Whether anybody has changed, deleted or put away a record of the decision since, as far as the school that decided can see. */
function hasMovedOn(state: BoardState, before: Slot, decided: Decided): boolean {
  const { school } = decided.case;
  const slot = state.slots.get(before.id);
  const last = slot ? seqFor(slot, school) : state.bin.get(before.id)?.seq;
  return last !== (isTouchedBy(before, decided) ? decided.seq : seqFor(before, school));
}
