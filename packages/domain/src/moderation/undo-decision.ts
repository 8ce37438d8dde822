import type { Fields } from '@bridgeboard/protocol';
import { splitFields } from '../board/fields.ts';
import type { BoardState, CaseDecision, Slot } from '../board/board-state.ts';
import { fixEndsAt } from '../edit/fix-ends.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { keepable } from '../journal/entry-size.ts';
import { isClosedAt } from '../view/closed-at.ts';
import type { Viewer } from '../view/viewer.ts';
import { isTouchedBy, layersBy } from './case-item.ts';
import { ownCase, type ActOutcome } from './decide-case.ts';

/**
 * P10: takes the last decision on a case back: former base and layers return, if nothing of it changed since; otherwise
 * CHANGED, and putting away is what is left to do.
 */
export function undoDecision(state: BoardState, input: { actor: Actor; case: string; now: number }): ActOutcome {
  const found = ownCase(state, input.actor, input.case);
  if (!found) return { refused: 'NOT_FOUND' };
  const { decision, author, school } = found;
  if (!decision || found.state === 'open') return { refused: 'CHANGED' };
  const decided = { ...decision, author };
  if (decision.before.some((slot) => hasMovedOn(state, slot, decided))) return { refused: 'CHANGED' };

  const draft = new EntryDraft(state, { at: input.now, by: input.actor.person });
  const touched = decision.before.filter((slot) => isTouchedBy(slot, decided));
  // P12: arrows of others that were bound to it meanwhile keep their ends where it was.
  for (const slot of touched) if (!slot.base) fixEndsAt(draft, slot.id);
  for (const slot of touched) recall(draft, slot, found);
  if (!touched.every((slot) => isStillClosed(draft.state, slot.id, school))) return { refused: 'CHANGED' };
  draft.add({ kind: 'case-reopened', case: found.id, by: input.actor.person });
  draft.audit({ action: 'case.undo', by: input.actor.person, subjects: [found.id] });
  return keepable(draft.seal({ kind: 'undo-decision', actor: input.actor, client: undefined }));
}

function recall(draft: EntryDraft, slot: Slot, found: { id: string; author: string }): void {
  const layers = layersBy(slot, found.author);
  const base: Fields | null = slot.base && splitFields(slot.base);
  const content = [base, ...layers.map((layer) => layer.fields)];
  const { author } = found;
  draft.add(
    { kind: 'recall', id: slot.id, author, case: found.id, layers: layers.map((layer) => layer.reach) },
    content,
  );
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

/** Whether anybody has changed, deleted or put away a record of the decision since. */
function hasMovedOn(state: BoardState, before: Slot, decided: CaseDecision & { author: string }): boolean {
  const last = state.slots.get(before.id)?.seq ?? state.bin.get(before.id)?.seq;
  return last !== (isTouchedBy(before, decided) ? decided.seq : before.seq);
}
