import { applyEntry, createBoardState, erasePerson, eraserOf, type BoardState } from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';

import type { BoardWorld } from './board-world.ts';

/** A board after somebody's erasure: its journal as it is kept from then on, and what that says. */
export interface Erased {
  readonly journal: readonly JournalEntry[];
  readonly state: BoardState;
}

/** Erases a person from a world's board as a server does: the entry first, then the content of all entries. */
export function erase(world: BoardWorld, person: string): Erased {
  const entry = erasePerson(world.state, { person, now: world.now });
  const whole = entry ? [...world.journal, entry] : world.journal;
  const eraser = eraserOf(person, world.now);
  const journal = whole.map((one) => ({ ...one, content: eraser.take(one) ?? one.content }));
  return { journal, state: replayed(journal) };
}

/** A board from nothing but its journal. */
export function replayed(journal: readonly JournalEntry[]): BoardState {
  const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
  for (const entry of journal) applyEntry(state, JSON.parse(JSON.stringify(entry)) as JournalEntry);
  return state;
}
