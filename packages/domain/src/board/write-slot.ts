import { countKeysOf, waitsIn, type BoardState, type Slot } from './board-state.ts';
import { putCase } from './apply-case-change.ts';
import type { Moment } from './moment.ts';
import { moveReferences } from './references.ts';
import { moveWeight } from './weight.ts';

/** Puts a slot in place, with all that is kept beside the slots. */
export function writeSlot(state: BoardState, slot: Slot): void {
  const before = state.slots.get(slot.id);
  if (!before) count(state, slot, 1);
  state.slots.set(slot.id, slot);
  state.touched.records.add(slot.id);
  moveReferences(state, before, slot);
  moveWeight(state, before, slot);
}

/** Moves a record to the bin, from where it can come back. */
export function binSlot(state: BoardState, id: string, moment: Moment): void {
  const slot = state.slots.get(id);
  if (!slot) return;
  const { seq, at, by } = moment;
  state.bin.set(id, { slot, at, seq, by });
  takeAway(state, slot);
  leaveCases(state, [...slot.layers.map((layer) => layer.case), ...(slot.check === undefined ? [] : [slot.check])]);
}

/** Takes a live record off for good, with all that is kept beside the slots. */
export function takeAway(state: BoardState, slot: Slot): void {
  state.slots.delete(slot.id);
  state.touched.records.add(slot.id);
  count(state, slot, -1);
  moveReferences(state, slot, undefined);
  moveWeight(state, slot, undefined);
}

function count(state: BoardState, slot: Slot, by: 1 | -1): void {
  for (const key of countKeysOf(slot)) state.counts.set(key, (state.counts.get(key) ?? 0) + by);
}

/** A case that loses its last record without a decision of its own is withdrawn (P5, P7, P13). */
export function leaveCases(state: BoardState, ids: readonly string[]): void {
  for (const id of new Set(ids)) {
    const found = state.cases.get(id);
    if (!found || (found.state !== 'open' && found.state !== 'returned')) continue;
    const records = found.records.filter((record) => waitsIn(state.slots.get(record), found));
    putCase(state, { ...found, records, state: records.length > 0 ? found.state : 'withdrawn' });
  }
}
