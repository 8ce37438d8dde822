import { limits } from '../gate/limits.ts';
import type { BoardState, Slot } from './board-state.ts';
import { weightOf } from './weight.ts';

/** P7: what somebody took off can be brought back for so long. */
export const binMs = 30 * 24 * 3_600_000;
/** A person who sends from more browsers than this, or says so, is remembered for the newest. */
const mostClientsEach = 500;

/**
 * Lets go of what nobody comes back for, so that making and deleting, again and again, does not fill the memory: what is old in
 * the bin, or more than the school's share of a board beside what is newer there, and the oldest browsers of one person. The
 * journal still has all of it, and ids stay in use for ever (P21). Only what can be decided from now on depends on it.
 */
export function forgetOld(state: BoardState, now: number): void {
  emptyBin(state, now);
  forgetClients(state);
}

/** Whether nothing is left of a record in the bin but its name. */
export function isEmptied(slot: Slot): boolean {
  return slot.base === null && slot.layers.length === 0;
}

function emptyBin(state: BoardState, now: number): void {
  const share = limits.board.bytes / Math.max(1, state.schools.length);
  const kept = new Map<string, number>();
  const newestFirst = [...state.bin.entries()].toSorted(([, a], [, b]) => b.seq - a.seq);
  for (const [id, binned] of newestFirst) {
    const { slot } = binned;
    if (isEmptied(slot)) continue;
    const weight = (kept.get(slot.school) ?? 0) + weightOfAll(slot);
    kept.set(slot.school, weight);
    if (weight <= share && now - binned.at < binMs) continue;
    state.bin.set(id, { ...binned, slot: { ...slot, base: null, layers: [] } });
  }
}

function weightOfAll({ base, layers }: Slot): number {
  return layers.reduce((sum, { fields }) => sum + weightOf(fields), base ? weightOf(base) : 0);
}

function forgetClients(state: BoardState): void {
  const counts = new Map<string, number>();
  const newestFirst = [...state.clients.entries()].toSorted(([, a], [, b]) => b.at - a.at);
  for (const [key] of newestFirst) {
    const person = key.slice(0, key.indexOf(' '));
    const count = (counts.get(person) ?? 0) + 1;
    counts.set(person, count);
    if (count > mostClientsEach) state.clients.delete(key);
  }
}
