import { assetOfSlot, isAssetId } from './assets.ts';
import type { BoardState, ReviewCase, Slot } from './board-state.ts';
import { putCase } from './apply-case-change.ts';
import { takeAway, writeSlot } from './write-slot.ts';

/**
 * ER1: takes a person's records, changes and cases out of everything that a board remembers. That they were a member stays:
 * whose entry is whose must be known still, and no name stands there. Whoever's image shows a picture of theirs goes too: it could
 * not come back from the bin without it (REL-22).
 */
export function eraseFrom(state: BoardState, person: string, seq: number): void {
  const pictures = picturesOf(state, person);
  const isGone = (slot: Slot): boolean => slot.author === person || pictures.has(assetOfSlot(slot));
  for (const [, slot] of state.slots.entries()) {
    if (isGone(slot)) takeAway(state, slot);
    else if (hasLayerOf(slot, person)) writeSlot(state, { ...without(slot, person), seq });
  }
  for (const [id, binned] of state.bin.entries()) {
    if (isGone(binned.slot)) state.bin.delete(id);
    else if (hasLayerOf(binned.slot, person)) state.bin.set(id, { ...binned, slot: without(binned.slot, person) });
  }
  for (const [, one] of state.cases.entries()) eraseFromCase(state, one, person);
  for (const [key] of state.bursts.entries()) if (key.startsWith(`${person} `)) state.bursts.delete(key);
}

/** Ids of pictures of theirs; on the board, or in its bin since this erasure. */
function picturesOf({ slots, bin }: BoardState, person: string): ReadonlySet<unknown> {
  const all = [...[...slots.entries()].map(([, slot]) => slot), ...[...bin.entries()].map(([, { slot }]) => slot)];
  return new Set(all.filter(({ id, author }) => isAssetId(id) && author === person).map(({ id }) => id));
}

/** A case of theirs stays as a number without content, so that the queue hears that it is over. */
function eraseFromCase(state: BoardState, one: ReviewCase, person: string): void {
  if (one.author === person) return putCase(state, { ...one, records: [], state: 'withdrawn', decision: null });
  const before = one.decision?.before.flatMap((slot) => (slot.author === person ? [] : [without(slot, person)]));
  if (one.decision && before) state.cases.set(one.id, { ...one, decision: { ...one.decision, before } });
}

function hasLayerOf(slot: Slot, person: string): boolean {
  return slot.layers.some(({ author }) => author === person);
}

function without(slot: Slot, person: string): Slot {
  if (!hasLayerOf(slot, person)) return slot;
  return { ...slot, layers: slot.layers.filter(({ author }) => author !== person) };
}
