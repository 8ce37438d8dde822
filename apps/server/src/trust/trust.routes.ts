import { getClassTrust, postPupilTrust } from '@bridgeboard/protocol';
import type { ClassTrust, SchoolClass, TrustLine } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';
import { usualTrustAfter } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import { found } from '../http/refusal.ts';
import type { PupilTrustBook, TrustStandings } from '../pupil-trust.ts';
import type { Person } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';

interface TrustRoutes {
  readonly book: PupilTrustBook;
  readonly directory: Directory;
  readonly clock: Clock;
}

/** What pupils are trusted with, for the staff of their own school and nobody else (TL1). */
export function mountTrust(api: Api, parts: TrustRoutes): void {
  const { book, directory, clock } = parts;
  api.on(getClassTrust, async ({ session, ids }) =>
    trustIn(parts, await ownClass(directory, session.person, ids.class)),
  );

  api.on(postPupilTrust, async ({ session: { person }, ids, body }) => {
    const schoolClass = await ownClass(directory, person, ids.class);
    const pupil = await directory.pupil(ids.pupil);
    const { id } = found(pupil?.classId === schoolClass.id ? pupil : null);
    const mark = { ...body, cause: 'set' as const, by: person.id, at: clock.now() };
    await book.mark({ id, school: person.school }, mark);
    return trustIn(parts, schoolClass);
  });
}

async function ownClass(directory: Directory, person: Person, id: string): Promise<SchoolClass> {
  const schoolClass = await directory.schoolClass(id);
  return found(schoolClass?.school === person.school ? schoolClass : null);
}

async function trustIn({ book, directory }: TrustRoutes, { id, school }: SchoolClass): Promise<ClassTrust> {
  const pupils = (await directory.pupilsOf(id)).toSorted((one, other) => one.nickname.localeCompare(other.nickname));
  const lines = pupils.map(async (pupil) => {
    const standings = await book.standingsOf({ id: pupil.id, school });
    return { id: pupil.id, name: pupil.nickname, ...(await named(directory, standings)) };
  });
  const after = (await directory.school(school))?.trustAfter;
  return { after: after === undefined ? usualTrustAfter : after, pupils: await Promise.all(lines) };
}

async function named(
  directory: Directory,
  standings: TrustStandings,
): Promise<Record<keyof TrustStandings, TrustLine>> {
  const line = async (kind: keyof TrustStandings): Promise<TrustLine> => {
    const { by, ...rest } = standings[kind];
    return { ...rest, by: by === null ? null : ((await directory.staff(by))?.name ?? null) };
  };
  return { words: await line('words'), drawing: await line('drawing'), picture: await line('picture') };
}
