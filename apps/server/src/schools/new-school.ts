import { factorNoticeDays, strictRules, usualDesk, usualTrustAfter, usualWords } from '@bridgeboard/protocol';
import type { SchoolFacts, SchoolMark } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import type { NewAccount, NewStaff, Place } from './new-staff.ts';

const marks: readonly SchoolMark[] = ['a', 'b', 'c', 'd'];

/** A school as somebody sets it up who becomes its first administrator. */
export interface NewSchoolWish {
  readonly school: SchoolFacts;
  readonly administrator: NewAccount & Pick<Place, 'name' | 'roles'>;
}

interface Parts {
  readonly directory: Pick<Directory, 'schools' | 'putSchool'>;
  readonly newStaff: NewStaff;
  readonly random: Random;
  readonly clock: Clock;
}

/** Makes a school with its first administrator, under the strict rules; its staff have two weeks for a second factor. Throws `Refused` for an account that cannot be. */
export async function foundSchool(
  { directory, newStaff, random, clock }: Parts,
  wish: NewSchoolWish,
): Promise<{ school: string; person: string }> {
  const { name, roles, ...account } = wish.administrator;
  await newStaff.check(account);
  const others = await directory.schools();
  // Schools that may meet on a board look different as long as there are marks.
  const free = marks.find((one) => others.every(({ mark }) => mark !== one));
  const mark = free ?? marks[others.length % marks.length] ?? 'a';
  const school = newId(random);
  const place = { school, name, roles: [...new Set(['administrator' as const, ...roles])] };
  const person = await newStaff.add(place, account);
  // The school comes last: until the first one is there the instance counts as empty, and the code goes on opening it.
  await directory.putSchool({
    id: school,
    ...wish.school,
    mark,
    rules: strictRules,
    link: 'good',
    desk: usualDesk,
    words: usualWords,
    trustAfter: usualTrustAfter,
    factor: { of: 'staff', from: clock.now() + factorNoticeDays * 86_400_000, providerCounts: false },
    provider: null,
  });
  return { school, person };
}
