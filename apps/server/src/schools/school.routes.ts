import {
  getSchool,
  postDeskHours,
  postEndStaff,
  postFactorRule,
  postForgetFactor,
  postInvitation,
  postOwnRules,
  postReadInvitation,
  postSchoolFacts,
  postStaffRoles,
  postTakeInvitation,
  postWithdrawInvitation,
} from '@bridgeboard/protocol';
import type { Invitation, InvitationLine, OwnSchool, School } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';
import type { Request, Response } from 'express';
import type { LimitFunction } from 'p-limit';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Api } from '../http/call.ts';
import { found } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { NewAccount } from './new-staff.ts';
import type { SchoolStaff } from './school-staff.ts';
import type { StaffInvitations } from './staff-invitations.ts';
import { mountWords } from './words.routes.ts';

/** Signs in whoever has just got an account, on the device that asked for it. */
export type SignIn = (
  account: NewAccount,
  call: { request: Request; response: Response; network: string },
) => Promise<void>;

interface SchoolParts {
  readonly directory: Pick<Directory, 'school' | 'putSchool'>;
  readonly staff: SchoolStaff;
  readonly invitations: StaffInvitations;
  readonly inTurn: LimitFunction;
  readonly signIn: SignIn;
  /** What staff of schools without a provider of their own call the one that they may sign in by. */
  readonly providerOfAll: string | null;
  /** The school's text check looks for something else from here on. */
  readonly renewWords: (school: string) => void;
  /** Who of these staff has a second factor. */
  readonly haversOf: (people: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Tells somebody by mail that their second factor was taken away; nobody waits for it. */
  readonly tellFactorGone: (person: string, language: Locale) => void;
  /** What the staff of a school may has changed: whoever of them is on a board is asked for again. */
  readonly renewStaff: (school: string) => Promise<void>;
  /** Pupils' trust rises otherwise from here on. */
  readonly renewTrust: () => void;
}

/** The own school: what it is, what holds there, and who works there. */
export function mountSchool(api: Api, parts: SchoolParts): void {
  const { directory, inTurn } = parts;
  const change = (session: SignedIn, changes: Partial<School>): Promise<void> =>
    inTurn(async () => {
      const before = found(await directory.school(session.person.school));
      await directory.putSchool({ ...before, ...changes });
    });

  api.on(getSchool, ({ session }) => readSchool(session, parts));
  api.on(postSchoolFacts, async ({ session, body }) => {
    await change(session, body);
    return {};
  });
  api.on(postOwnRules, async ({ session, body }) => {
    await change(session, { rules: body });
    return {};
  });
  api.on(postDeskHours, async ({ session, body }) => {
    await change(session, { desk: body });
    return {};
  });
  api.on(postFactorRule, async ({ session, body }) => {
    await change(session, { factor: body });
    await parts.renewStaff(session.person.school);
    return {};
  });
  mountStaff(api, parts);
  mountWords(api, { ...parts, change });
  mountInvitations(api, parts);
}

async function readSchool(
  { person, roles: asked }: SignedIn,
  { directory, staff, invitations, haversOf, providerOfAll }: SchoolParts,
): Promise<OwnSchool> {
  const { school: id } = person;
  const isAdministrator = asked.includes('administrator');
  const members = await staff.list(id);
  const havers = isAdministrator ? await haversOf(members.map((member) => member.id)) : null;
  const { provider, ...school } = found(await directory.school(id));
  return {
    school,
    provider: provider?.name ?? providerOfAll,
    staff: members.map((member) => ({
      id: member.id,
      name: member.name,
      roles: member.roles,
      hasFactor: havers && havers.has(member.id),
    })),
    invitations: isAdministrator ? (await invitations.list(id)).map(lineOf) : [],
  };
}

/** Who works there: what they are, and the end of an account. */
function mountStaff(api: Api, { staff, renewStaff, tellFactorGone }: SchoolParts): void {
  api.on(postStaffRoles, async ({ session, ids, body }) => {
    await staff.setRoles(session.person.school, ids.person, body.roles);
    await renewStaff(session.person.school);
    return {};
  });
  api.on(postForgetFactor, async ({ session, ids, language }) => {
    await staff.forgetFactor(session.person, ids.person);
    tellFactorGone(ids.person, language);
    return {};
  });
  api.on(postEndStaff, async ({ session, ids }) => {
    await staff.end(session.person.school, ids.person);
    return {};
  });
}

function mountInvitations(api: Api, { directory, invitations, signIn }: SchoolParts): void {
  api.on(postInvitation, async ({ session, body }) => {
    const { id: by, school } = session.person;
    const { invitation, token } = await invitations.make({ school, ...body }, by);
    return { ...lineOf(invitation), token };
  });
  api.on(postWithdrawInvitation, async ({ session, ids }) => {
    await invitations.withdraw(session.person.school, ids.invitation);
    return {};
  });
  api.on(postReadInvitation, async ({ body }) => {
    const { school, name, roles } = await invitations.read(body.token);
    const { name: schoolName, place } = found(await directory.school(school));
    return { school: schoolName, place, name, roles };
  });
  api.on(postTakeInvitation, async (call) => {
    const { token, ...account } = call.body;
    const id = await invitations.take(token, account);
    await signIn(account, call);
    return { id };
  });
}

function lineOf({ id, name, roles, expiresAt }: Invitation): InvitationLine {
  return { id, name, roles, expiresAt };
}
