import type { JournalEntry } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import { EntryDraft } from '../journal/entry-draft.ts';
import { ContentEraser } from './content-eraser.ts';
import { takeAllOff } from './take-all-off.ts';

/**
 * ER1, ER2: the entry that takes everything a pupil made off the board for good. Other people's arrows keep their ends, and
 * what stood in something moves out of it; images of others that show a picture of the pupil's go with it. Null for who is no
 * pupil here, and where it has been done.
 */
export function erasePerson(state: BoardState, about: { person: string; now: number }): JournalEntry | null {
  const { person, now } = about;
  if (state.members.get(person)?.role !== 'pupil' || !hasAnythingOf(state, person)) return null;
  const draft = new EntryDraft(state, { at: now, by: '' });
  takeAllOff(draft, ({ author }) => author === person);
  draft.add({ kind: 'erase', person });
  draft.add({ kind: 'member-changed', person, away: 'left' });
  draft.audit({ action: 'person.erase', by: '', subjects: [person] });
  return draft.seal({ kind: 'erase', actor: null, client: undefined });
}

/** Takes what a pupil made out of the journal's content. */
export function eraserOf(person: string, at: number): ContentEraser {
  const alone = new Set([person]);
  return new ContentEraser({ authors: alone, writers: alone, at });
}

function hasAnythingOf(state: BoardState, person: string): boolean {
  const isOf = (slot: Slot): boolean => slot.author === person || slot.layers.some(({ author }) => author === person);
  if (state.members.get(person)?.away !== 'left') return true;
  if ([...state.slots.entries()].some(([, slot]) => isOf(slot))) return true;
  if ([...state.bin.entries()].some(([, { slot }]) => isOf(slot))) return true;
  return [...state.cases.entries()].some(([, one]) => one.author === person && one.records.length > 0);
}
