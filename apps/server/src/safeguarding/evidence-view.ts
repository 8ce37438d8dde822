import { textOf } from '@bridgeboard/picture';
import type { BoardRecord, ConcernEvidence } from '@bridgeboard/protocol';

import type { Person } from '../rooms/live-board.ts';
import type { KnownConcern } from './concern-book.ts';
import { decides } from './concern-desk.ts';
import type { SealedReport } from './evidence.ts';
import type { PeopleOfCases } from './people-of-cases.ts';

type Piece = NonNullable<SealedReport['piece']>;

/** What was sealed with a report, as far as it is this school's to know: what had not been let out is the author's school's alone (B13). */
export async function viewEvidence(
  concern: KnownConcern,
  sealed: SealedReport,
  reading: { person: Person; people: PeopleOfCases },
): Promise<ConcernEvidence> {
  const { person, people } = reading;
  const { piece } = sealed;
  const versions = piece ? versionsFor(concern, piece, person) : [];
  const byPerson = new Map((piece ? [...piece.onScreen, ...piece.could] : []).map((one) => [one.person, one]));
  return {
    words: concern.by === null || concern.by.school === person.school ? sealed.words : null,
    isDeleted: piece?.isDeleted ?? false,
    isPutAway: piece?.isPutAway ?? false,
    versions: await Promise.all(
      versions.map(async ({ by, at, reach, record }) => {
        const known = byPerson.get(by) ?? concern.event.whose;
        const author = known?.person === by ? await people.of(known) : null;
        return { reach, at, by: author ?? { name: null, school: null, role: null }, text: wordsOf(record) };
      }),
    ),
    pictures: (piece?.pictures ?? []).map((one) => ({ ...one })),
    letOutTo: letOutTo(piece),
    seen: piece ? await seenBy(piece, { own: person.school, people }) : [],
    hasDrawing: versions.some(({ record }) => record.typeName === 'shape'),
  };
}

/** What is written on a piece, or what a comment says. */
function wordsOf(record: BoardRecord): string {
  const { text } = record;
  return record.typeName === 'comment' && typeof text === 'string' ? text : textOf(record);
}

/** Versions that a school may know: all of its own people's, of others' what had been let out to the board. */
export function versionsFor(concern: KnownConcern, piece: Piece, person: Person): Piece['versions'] {
  return decides(concern, person) ? piece.versions : piece.versions.filter(({ reach }) => reach === 'board');
}

function letOutTo(piece: SealedReport['piece']): string[] {
  return piece ? [...new Set([...piece.onScreen, ...piece.could].map(({ school }) => school))] : [];
}

async function seenBy(
  { onScreen, could }: Piece,
  { own, people }: { own: string; people: PeopleOfCases },
): Promise<ConcernEvidence['seen']> {
  const groups = Map.groupBy([...onScreen, ...could], ({ school, role }) => `${school} ${role}`);
  return Promise.all(
    [...groups.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const all = [first, ...others];
      const seen = all.filter((one) => onScreen.includes(one));
      return [namesOf(all, seen, { own, people })];
    }),
  );
}

async function namesOf(
  all: Piece['could'],
  seen: Piece['could'],
  { own, people }: { own: string; people: PeopleOfCases },
): Promise<ConcernEvidence['seen'][number]> {
  const [{ school, role } = { school: '', role: 'pupil' as const }] = all;
  const names = school === own ? await Promise.all(seen.map(({ person }) => people.nameOf(person))) : [];
  return {
    school,
    role,
    onScreen: seen.length,
    could: all.length - seen.length,
    names: names.filter((name) => name !== null),
  };
}
