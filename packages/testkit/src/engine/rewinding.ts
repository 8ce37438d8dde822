import {
  createBoardState,
  recordsOfSpan,
  replayTo,
  rewindPerson,
  WholeActs,
  type Actor,
  type BoardState,
  type Past,
  type RewindCount,
  type RewindOutcome,
  type Span,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';

import { bello, everybody, reed, type BoardWorld } from './board-world.ts';

/** A board as its journal alone gives it back, up to an entry. */
export function replayed(journal: readonly JournalEntry[], upTo = Infinity): BoardState {
  const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
  return replayTo(state, journal, upTo);
}

/** The past that a rewind needs: the board right before the first edit of the span, and everything since. */
export function pastOf(world: BoardWorld, span: Span): Past {
  const acts = new WholeActs().take(world.journal);
  const first = acts.findIndex((entry) => recordsOfSpan([entry], span).size > 0);
  const from = first < 0 ? acts.length : first;
  return { before: replayed(world.journal, acts[from - 1]?.facts.seq ?? 0), entries: acts.slice(from) };
}

/** The teacher who may rewind somebody: their own school's, or they themselves. */
export function rewinderOf(person: Actor): Actor {
  if (person.role === 'staff') return person;
  return person.school === reed.school ? reed : bello;
}

/** Rewinds somebody and lets everybody see it. */
export function rewind(world: BoardWorld, about: Span & { actor: Actor }): RewindOutcome {
  const outcome = rewindPerson(world.state, { ...about, past: pastOf(world, about), now: world.now });
  if ('entry' in outcome) world.keep(outcome.entry);
  world.tick();
  return outcome;
}

/** A board as plain values that can be compared, in no order but that of names. */
export function plain(state: BoardState): unknown {
  const { touched: _, referrers, ...rest } = state;
  const pointers = new Map([...referrers.targets()].map((target) => [target, [...referrers.of(target)].toSorted()]));
  return JSON.parse(
    JSON.stringify({ ...rest, pointers }, (_name, value: unknown) => (isMap(value) ? sorted(value.entries()) : value)),
  );
}

function isMap(value: unknown): value is { entries(): Iterable<[string, unknown]> } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'entries' in value;
}

/** Counts of nothing, and records that nothing points to, are as good as not there. */
function sorted(entries: Iterable<[string, unknown]>): unknown[] {
  const isThere = ([, value]: [string, unknown]): boolean =>
    value !== 0 && !(Array.isArray(value) && value.length === 0);
  return [...entries].filter(isThere).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Everything from the moment that this answers is the span; what was before it is not. */
export function begin(world: BoardWorld): number {
  world.wait();
  return world.now;
}

/** Rewinds a person from a moment to now, which must be taken, and answers what it came to. */
export function rewound(
  world: BoardWorld,
  about: { by: Actor; person: Actor; from: number },
): Pick<RewindCount, 'records' | 'fields' | 'skipped'> {
  const { by, person, from } = about;
  const outcome = rewind(world, { actor: by, person: person.person, from, to: world.now });
  if ('refused' in outcome) throw new Error(`the rewind was refused: ${outcome.refused}`);
  const { records, fields, skipped } = outcome.count;
  return { records, fields, skipped };
}

/** What each person's browser shows. */
export function seenByEach(world: BoardWorld): unknown {
  return everybody.map((actor) => world.seenBy(actor));
}
