import type { ConcernEvent, ConcernLine, ConcernStory, Outsider } from '@bridgeboard/protocol';

import type { KnownConcern } from './concern-book.ts';
import type { PeopleOfCases } from './people-of-cases.ts';

/** What a reader of one school is told of a report, and how. */
interface Reading {
  readonly people: PeopleOfCases;
  readonly own: string;
  /** Words that were written beside lines, by the lines' numbers. */
  readonly words: ReadonlyMap<number, string>;
}

/** What another school does about a report by itself; the own school has its own way with it. */
const ofOneSchool: ReadonlySet<ConcernEvent['kind']> = new Set([
  'seen',
  'taken',
  'noted',
  'handed',
  'closed',
  'reopened',
]);

/** Everything that became of a report, as a reader may know it: what the other school came to is told apart, its notes are not. */
export function tellStory(concern: KnownConcern, reading: Reading): Promise<ConcernStory[]> {
  const told = concern.lines.filter(({ event, by }) => !ofOneSchool.has(event.kind) || by?.school === reading.own);
  return Promise.all(told.map((line) => tell(line, { ...reading, from: concern.event.from })));
}

async function tell(
  { number, at, by, event }: ConcernLine,
  { people, own, words, from }: Reading & { readonly from: Outsider | undefined },
): Promise<ConcernStory> {
  const isReporter = event.kind === 'reported' || event.kind === 'again';
  // What is told from outside is told to each school that looks after it.
  const isOwn = by === null || by.school === own;
  return {
    at,
    by: isReporter ? await people.reporter(by, from) : await people.of(by),
    kind: event.kind,
    detail: detailOf(event),
    words: isOwn ? (words.get(number) ?? null) : null,
    to: event.kind === 'handed' ? { name: await people.nameOf(event.to), school: own, role: 'staff' } : null,
  };
}

function detailOf(event: ConcernEvent): string | null {
  switch (event.kind) {
    case 'closed':
      return event.outcome;
    case 'hold':
      return event.isOn ? 'on' : 'off';
    case 'picture':
      return event.to;
    default:
      return null;
  }
}
