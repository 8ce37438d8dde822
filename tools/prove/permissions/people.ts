import type { StaffRole } from '@bridgeboard/protocol';
import type { HttpPerson } from '@bridgeboard/testkit';

import { makeSessions } from '../../sessions/make-sessions.ts';
import { PatientPerson } from './patient-person.ts';
import type { ActorName } from './read-table.ts';

type Lesson = Awaited<ReturnType<typeof makeSessions>>;

/** The board of three schools, and a school that has a board elsewhere. */
export interface Cast {
  readonly lesson: Lesson;
  readonly elsewhere: Lesson;
}

/** Fills a data folder that no server has open. */
export async function makeCast(dataDir: string): Promise<Cast> {
  const lesson = await makeSessions({ dataDir, schools: 3, pupils: 12, mode: 'held' });
  return { lesson, elsewhere: await makeSessions({ dataDir, schools: 1, pupils: 1, mode: 'held' }) };
}

/** Everybody of the table, at a server that has the folder; the guest comes in by a link that is still to be made. */
export async function openPeople(
  { lesson, elsewhere }: Cast,
  url: string,
): Promise<{ people: Readonly<Record<ActorName, HttpPerson>>; waitingPupil: string; members: readonly string[] }> {
  const find = (school: string | undefined, role: 'staff' | 'pupil', nth = 0) => {
    const found = [...lesson.people, ...elsewhere.people].filter((one) => one.role === role && one.school === school);
    const one = found[nth];
    if (!one) throw new Error(`there is no ${role} number ${nth} of a school`);
    return { id: one.id, http: new PatientPerson(url, one.cookie), again: new PatientPerson(url, one.cookie) };
  };
  const [own, partner, strict] = lesson.schools;
  const [foreign] = elsewhere.schools;
  const [drawing, waiting, ended, leftOut] = [0, 1, 2, 3].map((nth) => find(own, 'pupil', nth));
  if (!drawing || !waiting || !ended || !leftOut) throw new Error('there are too few pupils');
  // The same cookie in other hands: it is the session that ends.
  await ended.again.post('/api/auth/sign-out');
  const ownStaff = find(own, 'staff').http;
  const people = {
    nobody: new PatientPerson(url),
    ended: ended.http,
    'own staff': ownStaff,
    'own teacher': await join(ownStaff, 'teacher'),
    'own lead': await join(ownStaff, 'lead'),
    'factor due': await askForFactor(find(strict, 'staff').http),
    'partner staff': find(partner, 'staff').http,
    'foreign staff': find(foreign, 'staff').http,
    'own pupil': drawing.http,
    'partner pupil': find(partner, 'pupil').http,
    'waiting pupil': waiting.http,
    'left-out pupil': leftOut.http,
    'foreign pupil': find(foreign, 'pupil').http,
    guest: new PatientPerson(url),
  };
  return { people, waitingPupil: waiting.id, members: [drawing, waiting, ended].map(({ id }) => id) };
}

/** Somebody who came to the staff of this administrator's school as nothing but this. */
async function join(administrator: HttpPerson, role: StaffRole): Promise<HttpPerson> {
  const offer = { name: `The ${role}`, roles: [role] };
  const { token } = (await administrator.post('/api/school/invitations', offer)).json as { token: string };
  const account = { email: `the-${role}@own.example`, password: 'a long enough one' };
  const person = new PatientPerson(administrator.url);
  await person.post('/api/invitation/take', { token, ...account });
  const { status } = await person.post('/api/auth/sign-in/email', account);
  if (status !== 200) throw new Error(`a ${role} who was just invited cannot sign in: ${status}`);
  return person;
}

/** An administrator whose school asks all its staff for a second factor from now on, and who has none. */
async function askForFactor(administrator: HttpPerson): Promise<HttpPerson> {
  const rule = { of: 'staff', from: 0, providerCounts: false };
  const { status } = await administrator.post('/api/school/second-factor', rule);
  if (status !== 200) throw new Error(`no second factor can be asked for: ${status}`);
  return administrator;
}
