import * as z from 'zod/mini';
import { charterEvent, charterInvitation, charterProposal, signedRules } from './charter.ts';
import { entityId } from './ids.ts';
import { deskHours, usualDesk } from './desk-hours.ts';
import { factorRule, noFactorRule } from './factor-rule.ts';
import { schoolBrief, staffRole } from './people.ts';
import { earlierRules, linkQuality, schoolRules } from './school-rules.ts';
import { schoolProvider } from './school-provider.ts';
import { schoolWords, usualWords } from './school-words.ts';
import { trustAfter, usualTrustAfter } from './trust.ts';

/** A school that was kept before schools had rules, a kind of link, hours of their lead and words of their own has those of a new one. */
export const school = z.extend(schoolBrief, {
  languages: z.array(z.string()),
  rules: z._default(schoolRules, earlierRules),
  link: z._default(linkQuality, 'good'),
  desk: z._default(deskHours, usualDesk),
  words: z._default(schoolWords, usualWords),
  trustAfter: z._default(trustAfter, usualTrustAfter),
  factor: z._default(factorRule, noFactorRule),
  provider: z._default(z.nullable(schoolProvider), null),
});
export type School = z.infer<typeof school>;

export const partnership = z.object({
  id: entityId,
  title: z.string(),
  schools: z.array(entityId),
  createdAt: z.number(),
  /** One more with each change: two that begin from the same number cannot both be kept. */
  version: z._default(z.int(), 0),
  /** What each school has signed; a school that is missing here has the strict rules. */
  charters: z._default(z.array(signedRules), []),
  proposals: z._default(z.array(charterProposal), []),
  invitations: z._default(z.array(charterInvitation), []),
  history: z._default(z.array(charterEvent), []),
});
export type Partnership = z.infer<typeof partnership>;

/**
 * A member of staff. `id` is the identity's id at sign-in; `demo` people can sign in on loopback only. Who was kept before
 * staff had roles is a teacher.
 */
export const staffMember = z.object({
  id: entityId,
  school: entityId,
  name: z.string(),
  demo: z.boolean(),
  roles: z._default(z.array(staffRole).check(z.minLength(1)), ['teacher']),
  /** When the account was ended, ms since 1970. The name stays with what they did; they are nobody any more. */
  endedAt: z._default(z.nullable(z.number()), null),
});
export type StaffMember = z.infer<typeof staffMember>;

/** What the 24 things of a PIN look like: pictures, or words for those who read. The secret is the same either way. */
export const pinKind = z.enum(['pictures', 'words']);
export type PinKind = z.infer<typeof pinKind>;

/** How old the pupils of a class are, in years. */
export const classAges = z.enum(['5-7', '8-11', '12-16']);
export type ClassAges = z.infer<typeof classAges>;

/** Pupils of one school with a join code. Its first four characters are looked up, the rest is verified. */
export const schoolClass = z.object({
  id: entityId,
  school: entityId,
  name: z.string(),
  codeSelector: z.string(),
  /** The whole code, encrypted with the instance's key, because teachers show and print it. */
  codeSealed: z.string(),
  /** Classes from before there was a choice have pictures. */
  pin: z._default(pinKind, 'pictures'),
  /** Classes from before anybody was asked are in the middle. */
  ages: z._default(classAges, '8-11'),
});
export type SchoolClass = z.infer<typeof schoolClass>;

/** What a pupil's school has agreed with the family; nothing where nobody has said anything (SG-18). */
export const consent = z.object({
  photoOnBoard: z.boolean(),
  photoToPartner: z.boolean(),
  publishWork: z.boolean(),
  nicknameOnPublished: z.boolean(),
});
export type Consent = z.infer<typeof consent>;

export const consentKinds = [
  'photoOnBoard',
  'photoToPartner',
  'publishWork',
  'nicknameOnPublished',
] as const satisfies (keyof Consent)[];

/** A pupil: exactly this and nothing else (SG-02). */
export const pupil = z.object({
  id: entityId,
  nickname: z.string(),
  classId: entityId,
  /** scrypt hash of the picture PIN; null until the pupil has chosen one. */
  pinHash: z.nullable(z.string()),
  consent,
  createdDay: z.string(),
  /** Since when their own school keeps them off all boards, ms since 1970; not there where it does not. */
  suspendedAt: z.optional(z.number()),
});
export type Pupil = z.infer<typeof pupil>;
