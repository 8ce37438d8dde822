import type { JournalEntry } from '@bridgeboard/protocol';

import { isAssetId } from '../board/assets.ts';
import type { BoardState, Slot } from '../board/board-state.ts';
import { settleGroups } from '../edit/settle-groups.ts';
import { takeOff } from '../edit/take-off.ts';
import { EntryDraft } from '../journal/entry-draft.ts';

/**
 * ER1, ER2: the entry that takes everything a pupil made off the board for good. Other people's arrows keep their ends, and
 * what stood in something moves out of it; images of others that show a picture of the pupil's go with it. Null for who is no
 * pupil here, and where it has been done.
 */
export function erasePerson(state: BoardState, about: { person: string; now: number }): JournalEntry | null {
  const { person, now } = about;
  if (state.members.get(person)?.role !== 'pupil' || !hasAnythingOf(state, person)) return null;
  const draft = new EntryDraft(state, { at: now, by: '' });
  const isTheirs = (slot: Slot): boolean => slot.author === person;
  const own = [...state.slots.entries()].flatMap(([id, slot]) => (isTheirs(slot) ? id : [])).toSorted();
  // Whoever shows a picture of theirs: without it there is nothing to see.
  const goesToo = (slot: Slot, container: string): boolean => isTheirs(slot) || isAssetId(container);
  for (const id of own) takeOff({ draft, goesToo, endsSet: new Set(), leaving: new Set() }, id);
  settleGroups(draft);
  draft.add({ kind: 'erase', person });
  draft.add({ kind: 'member-changed', person, away: 'left' });
  draft.audit({ action: 'person.erase', by: '', subjects: [person] });
  return draft.seal({ kind: 'erase', actor: null, client: undefined });
}

function hasAnythingOf(state: BoardState, person: string): boolean {
  const isOf = (slot: Slot): boolean => slot.author === person || slot.layers.some(({ author }) => author === person);
  if (state.members.get(person)?.away !== 'left') return true;
  if ([...state.slots.entries()].some(([, slot]) => isOf(slot))) return true;
  if ([...state.bin.entries()].some(([, { slot }]) => isOf(slot))) return true;
  return [...state.cases.entries()].some(([, one]) => one.author === person && one.records.length > 0);
}
