import * as z from 'zod/mini';
import { deskHours } from '../model/desk-hours.ts';
import { factorRule } from '../model/factor-rule.ts';
import { school } from '../model/directory.ts';
import { invitation } from '../model/invitation.ts';
import { entityId } from '../model/ids.ts';
import { staffRole } from '../model/people.ts';
import { linkQuality, schoolRules } from '../model/school-rules.ts';
import { schoolWords } from '../model/school-words.ts';
import { endpoint } from './endpoint.ts';

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What a school is, as its administrator says it. */
export const schoolFacts = z.object({
  name: words(80),
  /** For places with little room. */
  shortName: words(24),
  place: words(60),
  /** ISO 3166 code of two letters. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** IANA name; an offset would not know when summer time begins. */
  timeZone: z.string().check(z.maxLength(60), z.regex(/^[A-Za-z]/), z.refine(isTimeZone)),
  /** BCP 47 codes of the languages that are spoken and read there, the first one first. */
  languages: z
    .array(z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)))
    .check(z.minLength(1), z.maxLength(8)),
});
export type SchoolFacts = z.infer<typeof schoolFacts>;

/** Each role once. */
const roles = z.array(staffRole).check(
  z.minLength(1),
  z.refine((list) => new Set(list).size === list.length),
);
const personName = words(60);

/** What somebody new signs in with. Length is checked apart, so that it can be said what is wrong. */
const newAccount = {
  email: z.string().check(z.trim(), z.maxLength(254), z.email()),
  password: z.string().check(z.maxLength(128)),
};

export const postSetUp = endpoint({
  method: 'POST',
  path: '/api/set-up',
  action: 'set up the first school',
  summary:
    'Sets up the first school with its first administrator, who is signed in; the code is printed when the server starts. Once there is a school it is not there.',
  status: 201,
  body: z.object({
    code: z.string().check(z.maxLength(40)),
    school: schoolFacts,
    administrator: z.object({ name: personName, roles, ...newAccount }),
  }),
  answer: z.object({ school: entityId }),
});

/** A colleague, as anybody on the staff may know them. */
export const staffLine = z.object({
  id: entityId,
  name: z.string(),
  roles: z.array(staffRole),
  /** Whether they have a second factor; null for whoever is no administrator. */
  hasFactor: z.nullable(z.boolean()),
});
export type StaffLine = z.infer<typeof staffLine>;

/** An offered place; the link's secret is told once, when it is made. */
export const invitationLine = z.pick(invitation, { id: true, name: true, roles: true, expiresAt: true });
export type InvitationLine = z.infer<typeof invitationLine>;

export const ownSchool = z.object({
  /** How its provider is reached is told apart, to administrators. */
  school: z.omit(school, { provider: true }),
  /** What staff call the provider that they may sign in by, the school's own or the instance's; null where there is none. */
  provider: z.nullable(z.string()),
  staff: z.array(staffLine),
  /** Empty for whoever is no administrator. */
  invitations: z.array(invitationLine),
});
export type OwnSchool = z.infer<typeof ownSchool>;

export const getSchool = endpoint({
  method: 'GET',
  path: '/api/school',
  action: 'read the own school',
  summary:
    'Reads the own school: its facts, its rules, who works there, and for administrators the places that are offered.',
  status: 200,
  answer: ownSchool,
});

const done = z.object({});

export const postSchoolFacts = endpoint({
  method: 'POST',
  path: '/api/school/facts',
  action: 'run the own school',
  summary: 'Changes what the own school is called, where it is and how good its link is.',
  status: 200,
  body: z.extend(schoolFacts, { link: linkQuality }),
  answer: done,
});

export const postDeskHours = endpoint({
  method: 'POST',
  path: '/api/school/desk',
  action: 'run the own school',
  summary:
    'Sets when the own school’s safeguarding leads work, and within how many minutes of that a report of concern is answered.',
  status: 200,
  body: deskHours,
  answer: done,
});

export const postOwnRules = endpoint({
  method: 'POST',
  path: '/api/school/rules',
  action: 'run the own school',
  summary: 'Changes the rules of the own school, all of them at once.',
  status: 200,
  body: schoolRules,
  answer: done,
});

export const postFactorRule = endpoint({
  method: 'POST',
  path: '/api/school/second-factor',
  action: 'run the own school',
  summary:
    'Says which of the own school’s staff may not go without a second factor, from when on, and whether the provider outside sees to it.',
  status: 200,
  body: factorRule,
  answer: done,
});

export const getSchoolWords = endpoint({
  method: 'GET',
  path: '/api/school/words',
  action: 'read the own school',
  summary: "Reads what the own school's text check looks for: its own words, and the lists that come with the product.",
  status: 200,
  answer: z.extend(schoolWords, { lists: z.array(z.object({ list: z.string(), entries: z.array(z.string()) })) }),
});

export const postSchoolWords = endpoint({
  method: 'POST',
  path: '/api/school/words',
  action: 'run the own school',
  summary:
    "Changes what the own school's text check looks for: its own words, and the built-in ones that are switched off.",
  status: 200,
  body: schoolWords,
  answer: done,
});

export const postStaffRoles = endpoint({
  method: 'POST',
  path: '/api/school/staff/:person/roles',
  action: 'run the own school',
  summary: 'Changes the roles of a member of staff; an administrator has to stay one.',
  status: 200,
  body: z.object({ roles }),
  answer: done,
});

export const postEndStaff = endpoint({
  method: 'POST',
  path: '/api/school/staff/:person/end',
  action: 'run the own school',
  summary: 'Ends the account of a member of staff and all its sessions; an administrator has to stay.',
  status: 200,
  answer: done,
});

export const postForgetFactor = endpoint({
  method: 'POST',
  path: '/api/school/staff/:person/forget-factor',
  action: 'run the own school',
  summary:
    'Takes the second factor of a colleague away, app and passkeys, who has lost it; all their sessions end, and they are told by mail. Nobody does it for themselves.',
  status: 200,
  answer: done,
});

export const postInvitation = endpoint({
  method: 'POST',
  path: '/api/school/invitations',
  action: 'run the own school',
  summary: 'Offers somebody a place on the staff; the answer alone holds the secret of the link.',
  status: 201,
  body: z.object({ name: personName, roles }),
  answer: z.extend(invitationLine, { token: z.string() }),
});

export const postWithdrawInvitation = endpoint({
  method: 'POST',
  path: '/api/school/invitations/:invitation/withdraw',
  action: 'run the own school',
  summary: 'Withdraws an offered place.',
  status: 200,
  answer: done,
});

const token = z.string().check(z.maxLength(100));

export const postReadInvitation = endpoint({
  method: 'POST',
  path: '/api/invitation/read',
  action: 'take an invitation',
  summary: "Says what an invitation's link offers, without taking it.",
  status: 200,
  body: z.object({ token }),
  answer: z.object({ school: z.string(), place: z.string(), name: z.string(), roles: z.array(staffRole) }),
});

export const postTakeInvitation = endpoint({
  method: 'POST',
  path: '/api/invitation/take',
  action: 'take an invitation',
  summary: 'Takes an offered place with an e-mail address and a password, and signs in.',
  status: 201,
  body: z.object({ token, ...newAccount }),
  answer: z.object({ id: entityId }),
});
