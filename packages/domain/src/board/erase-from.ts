import { assetOfSlot, isAssetId } from './assets.ts';
import { waitsIn, type BoardState, type ReviewCase, type Slot } from './board-state.ts';
import { putCase } from './apply-case-change.ts';
import { leaveCases, takeAway, writeSlot } from './write-slot.ts';

/** Whether something is of those whose work goes: one person's, or everybody's of a school. */
export type IsTheirs = (made: { readonly author: string; readonly school: string }) => boolean;

/**
 * ER1: takes somebody's records, changes and cases out of everything that a board remembers. That they were members stays:
 * whose entry is whose must be known still, and no name stands there. Whoever's image shows a picture of theirs goes too: it could
 * not come back from the bin without it (REL-22).
 */
export function eraseFrom(state: BoardState, isTheirs: IsTheirs, seq: number): void {
  const pictures = picturesOf(state, isTheirs);
  const isGone = (slot: Slot): boolean => isTheirs(slot) || pictures.has(assetOfSlot(slot));
  for (const [, slot] of state.slots.entries()) {
    if (isGone(slot)) takeAway(state, slot);
    else if (slot.layers.some(isTheirs)) writeSlot(state, { ...without(slot, isTheirs), seq });
  }
  for (const [id, binned] of state.bin.entries()) {
    if (isGone(binned.slot)) state.bin.delete(id);
    else if (binned.slot.layers.some(isTheirs)) state.bin.set(id, { ...binned, slot: without(binned.slot, isTheirs) });
  }
  for (const [, one] of state.cases.entries()) eraseFromCase(state, one, isTheirs);
  // Once content has gone from the journal, what others had changed of it may be no change any more, and nobody has said so.
  const isOver = (one: ReviewCase): boolean => !one.records.some((id) => waitsIn(state.slots.get(id), one));
  leaveCases(
    state,
    [...state.cases.entries()].flatMap(([id, one]) => (isOver(one) ? id : [])),
  );
  for (const [key] of state.bursts.entries()) {
    const author = key.slice(0, key.indexOf(' '));
    if (isTheirs({ author, school: state.members.get(author)?.school ?? '' })) state.bursts.delete(key);
  }
}

/** Ids of pictures of theirs; on the board, or in its bin since this erasure. */
function picturesOf({ slots, bin }: BoardState, isTheirs: IsTheirs): ReadonlySet<unknown> {
  const all = [...[...slots.entries()].map(([, slot]) => slot), ...[...bin.entries()].map(([, { slot }]) => slot)];
  return new Set(all.filter((slot) => isAssetId(slot.id) && isTheirs(slot)).map(({ id }) => id));
}

/** A case of theirs stays as a number without content, so that the queue hears that it is over. */
function eraseFromCase(state: BoardState, one: ReviewCase, isTheirs: IsTheirs): void {
  if (isTheirs(one)) return putCase(state, { ...one, records: [], state: 'withdrawn', decision: null });
  const before = one.decision?.before.flatMap((slot) => (isTheirs(slot) ? [] : [without(slot, isTheirs)]));
  if (one.decision && before) state.cases.set(one.id, { ...one, decision: { ...one.decision, before } });
}

function without(slot: Slot, isTheirs: IsTheirs): Slot {
  if (!slot.layers.some(isTheirs)) return slot;
  return { ...slot, layers: slot.layers.filter((layer) => !isTheirs(layer)) };
}
