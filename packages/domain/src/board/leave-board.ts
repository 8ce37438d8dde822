import type { BoardState, Slot } from './board-state.ts';
import { eraseFrom } from './erase-from.ts';
import { touchAll } from './touch-all.ts';
import { takeAway, writeSlot } from './write-slot.ts';

/**
 * SG-37: a school is no longer on a board. What its people made is gone, as after an erasure; pages are everybody's and stay, without
 * saying whose they were. Its people are away, and what it had stopped or switched off for others is so no more.
 */
export function leaveBoard(state: BoardState, school: string, seq: number): void {
  const isOther = (one: string): boolean => one !== school;
  state.schools = state.schools.filter(isOther);
  letPagesGo(state, school);
  eraseFrom(state, (made) => made.school === school, seq);
  for (const [person, member] of state.members.entries()) {
    if (member.school === school) state.members.set(person, { ...member, away: 'left' });
  }
  const { frozenBy, stoppedBy, cursorsOffBy } = state.whole;
  const without = {
    frozenBy: frozenBy.filter(isOther),
    stoppedBy: stoppedBy.filter(isOther),
    cursorsOffBy: cursorsOffBy.filter(isOther),
  };
  state.whole = { ...state.whole, ...without };
  state.schoolRules.delete(school);
  for (const [one, rules] of state.schoolRules.entries()) {
    state.schoolRules.set(one, { ...rules, frozenBy: rules.frozenBy.filter(isOther) });
  }
  state.touched.rules = true;
  // Authors are numbered by the place of their school: that of all who stay has changed, and nothing known of their work holds.
  touchAll(state);
  for (const id of state.touched.records) {
    const slot = state.slots.get(id);
    if (slot) state.slots.set(id, { ...slot });
  }
}

/** Pages of that school become nobody's, in the bin too. */
function letPagesGo(state: BoardState, school: string): void {
  const isOf = (slot: Slot): boolean => isPageOf(slot, school);
  const nobodys = (slot: Slot): Slot => ({ ...slot, author: '', school: '' });
  for (const [, slot] of [...state.slots.entries()].filter(([, one]) => isOf(one))) {
    takeAway(state, slot);
    writeSlot(state, nobodys(slot));
  }
  for (const [id, binned] of state.bin.entries()) {
    if (isOf(binned.slot)) state.bin.set(id, { ...binned, slot: nobodys(binned.slot) });
  }
}

/** Whether people of a school made this page. */
export function isPageOf(slot: Pick<Slot, 'id' | 'school'>, school: string): boolean {
  return slot.id.startsWith('page:') && slot.school === school;
}
