import { applyEntry, copiedEntry, createBoardState, schoolsEraser, takeSchoolsOff } from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';

import type { BoardWorld } from './board-world.ts';
import { replayed, type Erased } from './erasing.ts';

/** A board without some of its schools, as a server makes it: the entry first, then the content of all entries. */
function without(journal: readonly JournalEntry[], schools: readonly string[], now: number): Erased {
  const before = replayed(journal);
  const entry = takeSchoolsOff(before, { schools, now });
  const whole = entry ? [...journal, entry] : journal;
  const eraser = schoolsEraser(before, { schools, now });
  const kept = whole.map((one) => ({ ...one, content: eraser.take(one) ?? one.content }));
  return { journal: kept, state: replayed(kept) };
}

/** What becomes of a board that a school leaves: what the others keep, and the school's own board. */
export function parted({ journal, now }: BoardWorld, school: string, others: readonly string[]): [Erased, Erased] {
  let chain = '';
  const copy = journal.map((entry) => {
    const copied = copiedEntry(entry, { board: 'copy', chain });
    chain = copied.facts.chain;
    return copied;
  });
  return [without(journal, [school], now), without(copy, others, now)];
}

/** The board right after the entry, before any content has been taken out. */
export function rightAfter({ journal, now }: BoardWorld, schools: readonly string[]): Erased['state'] {
  const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
  for (const entry of journal) applyEntry(state, entry);
  const entry = takeSchoolsOff(state, { schools, now });
  if (entry) applyEntry(state, entry);
  return state;
}

/** A school leaves the board while the others look on; its own people's views mean nothing from then on. */
export function leave(world: BoardWorld, school: string): void {
  const entry = takeSchoolsOff(world.state, { schools: [school], now: world.now });
  if (entry) world.keep(entry);
  world.tick();
}
