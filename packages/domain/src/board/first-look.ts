import { isRemarkId, type BoardRecord } from '@bridgeboard/protocol';
import { schoolRulesOf } from './board-rules.ts';
import type { BoardState, Slot } from './board-state.ts';
import { hashOf } from './canonical.ts';

/** What was hashed once; versions of records are replaced, never changed. */
const known = new WeakMap<BoardRecord, string>();

/** Names exactly this version of a record (SEC-40). */
export function hashOfVersion(version: BoardRecord): string {
  const before = known.get(version);
  if (before !== undefined) return before;
  const hash = hashOf(version);
  known.set(version, hash);
  return hash;
}

/** P36: whether a record is one that a school looks at first: released work of another school's pupil, or of its guest. Pictures go with images. */
export function isForFirstLook(state: BoardState, slot: Slot, school: string): boolean {
  if (slot.school === school || !slot.base) return false;
  const { typeName } = slot.base;
  const isWork = typeName === 'shape' || typeName === 'binding' || isRemarkId(slot.id);
  const role = state.members.get(slot.author)?.role;
  return isWork && (role === 'pupil' || role === 'guest');
}

/** P36: whether the pupils of a school that looks first do not see a record, because this base was not accepted for them. */
export function isWithheld(state: BoardState, slot: Slot, school: string): boolean {
  if (!slot.base || !isForFirstLook(state, slot, school)) return false;
  const accepted = slot.accepted?.[school];
  return accepted === undefined || accepted !== hashOfVersion(slot.base);
}

/** Has these records projected again: another school's pupils may see them from now on, or no more. */
export function touchFirstLook(state: BoardState, isConcerned: (slot: Slot) => boolean): void {
  for (const [id, slot] of state.slots.entries()) {
    if (slot.base && isConcerned(slot)) state.touched.records.add(id);
  }
}

/** Whether the staff of a school look at other schools' work before their pupils see it. */
export function looksFirst(state: BoardState, school: string): boolean {
  return schoolRulesOf(state, school).looksFirst;
}
