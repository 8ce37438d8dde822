import type { Storage } from '@bridgeboard/storage';
import pLimit, { type LimitFunction } from 'p-limit';

import type { Identity } from './accounts/identity.ts';
import type { Sessions } from './accounts/session.ts';
import { createFactorGoneMail } from './factor-gone-mail.ts';
import type { Api } from './http/call.ts';
import type { Mailer } from './mailer.ts';
import { FirstSchool } from './schools/first-school.ts';
import { foundSchool, type NewSchoolWish } from './schools/new-school.ts';
import { NewStaff } from './schools/new-staff.ts';
import { mountSchool } from './schools/school.routes.ts';
import type { SignIn } from './schools/school.routes.ts';
import { SchoolStaff } from './schools/school-staff.ts';
import type { SetUpCode } from './schools/set-up-code.ts';
import { mountSetUp } from './schools/set-up.routes.ts';
import { StaffInvitations } from './schools/staff-invitations.ts';
import type { PupilTrustBook } from './pupil-trust.ts';
import type { TextChecks } from './text-checks.ts';
import type { Clock, Random } from './time-and-chance.ts';

interface SchoolParts {
  readonly storage: Storage;
  readonly identity: Identity;
  readonly sessions: Sessions;
  readonly setUpCode: SetUpCode;
  readonly textChecks: TextChecks;
  readonly trust: PupilTrustBook;
  /** Asks again who is there of a school's staff. */
  readonly renewStaff: (school: string) => Promise<void>;
  readonly mailer: Mailer | null;
  /** The instance's, for schools without one of their own. */
  readonly provider: { readonly name: string } | null;
  readonly onError: (what: string, reason: unknown) => void;
  readonly clock: Clock;
  readonly random: Random;
}

/** What schools lend to others that bring new ones in. */
export interface NewSchools {
  readonly inTurn: LimitFunction;
  readonly signIn: SignIn;
  readonly foundSchool: (wish: NewSchoolWish) => Promise<{ school: string; person: string }>;
}

/** Schools, their staff and invitations. What changes any of it waits its turn, so that no two changes undo each other. */
export function mountSchools(api: Api, parts: SchoolParts): NewSchools {
  const { storage, identity, sessions, setUpCode, textChecks, trust, clock, random } = parts;
  const { directory, invitations } = storage;
  const inTurn = pLimit(1);
  const newStaff = new NewStaff({ directory, identity, random });
  const signIn: SignIn = async ({ email, password }, { request, response, network }) => {
    const { setCookies } = await sessions.signInNew({ email, password }, { headers: request.headers, network });
    response.append('Set-Cookie', [...setCookies]);
  };
  const found: NewSchools['foundSchool'] = (wish) => foundSchool({ directory, newStaff, random, clock }, wish);
  mountSetUp(api, { firstSchool: new FirstSchool({ directory, found, code: setUpCode }), signIn });
  const forgetFactor = (person: string): Promise<void> =>
    sessions.endingAll(person, () => identity.secondFactor.forget(person));
  const forget = (person: string): Promise<void> => sessions.forget(person);
  mountSchool(api, {
    directory,
    staff: new SchoolStaff({ directory, invitations, forget, forgetFactor, inTurn, clock }),
    invitations: new StaffInvitations({ directory, invitations, newStaff, inTurn, clock, random }),
    inTurn,
    signIn,
    providerOfAll: parts.provider?.name ?? null,
    haversOf: (people) => identity.secondFactor.haversOf(people),
    renewStaff: parts.renewStaff,
    tellFactorGone: createFactorGoneMail(parts),
    renewWords: (school) => textChecks.renew(school),
    renewTrust: () => trust.forgetAll(),
  });
  return { inTurn, signIn, foundSchool: found };
}
