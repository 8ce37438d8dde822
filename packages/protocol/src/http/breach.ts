import * as z from 'zod/mini';
import { auditAct } from '../model/audit-line.ts';
import { entityId } from '../model/ids.ts';
import { pupilData, type PupilData } from '../model/kept-class.ts';
import { schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

const kind = z.enum(Object.keys(pupilData) as [PupilData, ...PupilData[]]);

/** What was in wrong hands, or in sight of somebody who should not have seen it. */
export const breachSubject = z.discriminatedUnion('kind', [
  /** Of a member of the own staff, or of an own pupil. */
  z.strictObject({ kind: z.literal('account'), id: entityId }),
  /** As its own staff see it, or as a guest does with a link. */
  z.strictObject({ kind: z.literal('board'), id: entityId, as: z.enum(['staff', 'guest']) }),
]);
export type BreachSubject = z.infer<typeof breachSubject>;

export const breachQuestion = z
  .strictObject({ of: breachSubject, from: z.int(), until: z.int() })
  .check(z.refine(({ from, until }) => from <= until));
export type BreachQuestion = z.infer<typeof breachQuestion>;

/** What of a pupil was to be seen on one board. */
export const breachWork = z.object({
  board: entityId,
  kinds: z.array(kind),
  /** How many pieces of work. */
  pieces: z.int(),
  /** Since when the first of them could be seen, ms since 1970: before the time that is asked about, where it stood there already. */
  since: z.number(),
});
export type BreachWork = z.infer<typeof breachWork>;

export const breachPupil = z.object({
  id: entityId,
  name: z.string(),
  class: z.string(),
  /** What could be seen of them. */
  could: z.array(kind),
  work: z.array(breachWork),
  /** What the activity log says that the account did with them or their work. */
  did: z.array(auditAct),
});
export type BreachPupil = z.infer<typeof breachPupil>;

export const breachFindings = z.object({
  pupils: z.array(breachPupil),
  boards: z.array(z.object({ id: entityId, title: z.string(), did: z.array(auditAct) })),
  /** Of other schools, which are to be told: how many pupils have work that could be seen. */
  others: z.array(z.object({ school: schoolBrief, pupils: z.int() })),
  /** What there was then and is gone for good since: nobody can say any more what it was. */
  gone: z.object({ pupils: z.int(), boards: z.int() }),
  /** When the account came in, as the log has it. */
  signedIn: z.array(z.number()),
  /** Lines of the log by the account in that time. */
  lines: z.int(),
  /** Whether reports of concern are among what is told: they are for those who look after them. */
  knowsReports: z.boolean(),
});
export type BreachFindings = z.infer<typeof breachFindings>;

/** Going through all boards takes its time: until it is done it is said how far it is, and the same is asked again. */
export const breachAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('looking'), boards: z.int(), looked: z.int() }),
  z.object({ state: z.literal('found'), findings: breachFindings, at: z.number(), timeZone: z.string() }),
]);
export type BreachAnswer = z.infer<typeof breachAnswer>;

export const postBreach = endpoint({
  method: 'POST',
  path: '/api/breach',
  action: 'look into a breach',
  status: 200,
  summary:
    'Which pupils are affected where an account of the own school was in wrong hands, or a board was seen by somebody who should not have, between two moments; with which of their data, and what the activity log says was done. Of other schools how many, and which are to be told. Asked again until it is found; each finding is a line of the audit log.',
  body: breachQuestion,
  answer: breachAnswer,
});
