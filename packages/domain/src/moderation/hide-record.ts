import type { BoardState, Slot } from '../board/board-state.ts';
import { fixEndsAt } from '../edit/fix-ends.ts';
import { homeOf } from '../edit/take-off.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { keepable } from '../journal/entry-size.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf } from '../view/viewer.ts';
import type { ActOutcome } from './decide-case.ts';

/** P22: puts a record of the own school away from everybody but its staff, with all that stands in it; or brings it back. */
export function hideRecord(
  state: BoardState,
  input: { actor: Actor; record: string; hidden: boolean; now: number },
): ActOutcome {
  const { actor, hidden } = input;
  const slot = state.slots.get(input.record);
  const version = slot && new RecordProjector(state, viewerOf(actor)).record(slot.id);
  if (actor.role !== 'staff' || !version) return { refused: 'NOT_FOUND' };
  // P17: pages and the document are in every view, always.
  const isAlwaysThere = version.typeName === 'page' || version.typeName === 'document';
  if (slot.school !== actor.school || isAlwaysThere) return { refused: 'FORBIDDEN' };
  const draft = new EntryDraft(state, { at: input.now, by: actor.person });
  const all = withAllInside(state, slot);
  // Before anything is gone: an end that went on following what is put away would tell where it is moved to.
  if (hidden) for (const { id } of all) fixEndsAt(draft, id);
  const changing = all.filter((each) => each.school === actor.school && each.hidden !== hidden);
  for (const { id } of changing) draft.add({ kind: 'hide', id, hidden });
  draft.audit({ action: hidden ? 'record.hide' : 'record.show', by: actor.person, subjects: [slot.id] });
  return keepable(draft.seal({ kind: 'hide', actor, client: undefined }));
}

/**
 * A record and all that stands in it where it has been let out furthest. A change that waits must not decide what others
 * lose sight of.
 */
function withAllInside(state: BoardState, outermost: Slot): Slot[] {
  const all = new Map([[outermost.id, outermost]]);
  for (const [container] of all) {
    for (const id of [...state.referrers.of(container)].toSorted()) {
      const child = state.slots.get(id);
      if (child && homeOf(child) === container) all.set(id, child);
    }
  }
  return [...all.values()];
}
