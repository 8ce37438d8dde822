import type { JournalEntry } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import { isPageOf } from '../board/leave-board.ts';
import { EntryDraft } from '../journal/entry-draft.ts';
import { ContentEraser } from './content-eraser.ts';
import { takeAllOff } from './take-all-off.ts';

interface Leaving {
  readonly schools: readonly string[];
  readonly now: number;
}

/**
 * SG-37: the entry that takes everything that people of these schools made off the board for good, but for pages. Other schools'
 * arrows keep their ends, and what stood in something moves out of it (ER2). Null where that has been done.
 */
export function takeSchoolsOff(state: BoardState, { schools, now }: Leaving): JournalEntry | null {
  const left = schools.filter((school) => isOn(state, school));
  if (left.length === 0) return null;
  const draft = new EntryDraft(state, { at: now, by: '' });
  takeAllOff(draft, (slot) => left.includes(slot.school) && !isPageOf(slot, slot.school));
  for (const school of left) draft.add({ kind: 'school-left', school });
  return draft.seal({ kind: 'leave', actor: null, client: undefined });
}

/**
 * Takes the content of the same out of the journal, in which these people are known. What staff changed on other schools' pieces stays with the
 * piece; pupils take what they wrote there with them.
 */
export function schoolsEraser(state: BoardState, { schools, now }: Leaving): ContentEraser {
  const members = [...state.members.entries()].map(([, member]) => member);
  const going = members.filter(({ school }) => schools.includes(school));
  const idsOf = (some: typeof going): Set<string> => new Set(some.map(({ person }) => person));
  const writers = idsOf(going.filter(({ role }) => role !== 'staff'));
  return new ContentEraser({ authors: idsOf(going), writers, keepsPages: true, at: now });
}

/** Whether a school is on the board, or anything of it still is. */
function isOn(state: BoardState, school: string): boolean {
  if (state.schools.includes(school)) return true;
  if ([...state.members.entries()].some(([, one]) => one.school === school && one.away !== 'left')) return true;
  const isOf = (slot: Slot): boolean => slot.school === school || slot.layers.some((layer) => layer.school === school);
  if ([...state.slots.entries()].some(([, slot]) => isOf(slot))) return true;
  return [...state.bin.entries()].some(([, { slot }]) => isOf(slot));
}
