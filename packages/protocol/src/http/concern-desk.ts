import * as z from 'zod/mini';
import { blobHash } from '../model/asset.ts';
import { concernOutcome, concernReason, outsider } from '../model/concern.ts';
import { deskHours } from '../model/desk-hours.ts';
import { entityId } from '../model/ids.ts';
import { reach, role, schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));

/** Somebody in a case as its reader may know them: own people and staff by name, other schools' pupils by school alone. */
export const deskPerson = z.object({
  name: z.nullable(z.string()),
  school: z.nullable(entityId),
  /** Whoever reports without an account has none of a school's. */
  role: z.nullable(z.union([role, outsider])),
});
export type DeskPerson = z.infer<typeof deskPerson>;

/** How far the own school has come with a report. */
export const concernStatus = z.enum(['received', 'seen', 'in hand', 'closed']);

const line = {
  id: entityId,
  at: z.number(),
  /** Until when it is to be answered, by the own school's hours. */
  by: z.number(),
  status: concernStatus,
  outcome: z.nullable(concernOutcome),
  reason: concernReason,
  about: z.enum(['piece', 'person', 'board']),
  board: z.nullable(z.object({ id: entityId, title: z.string() })),
  whose: z.nullable(deskPerson),
  isHeld: z.boolean(),
};

/** A report in the list: no words, no preview. */
export const concernBrief = z.object(line);
export type ConcernBrief = z.infer<typeof concernBrief>;

export const concernList = z.object({
  /** Whether reports of the own school come to this person. */
  looksAfter: z.boolean(),
  timeZone: z.string(),
  hours: deskHours,
  cases: z.array(concernBrief),
  schools: z.array(schoolBrief),
});
export type ConcernList = z.infer<typeof concernList>;

export const getConcerns = endpoint({
  method: 'GET',
  path: '/api/concerns',
  action: 'look after concerns',
  status: 200,
  summary: 'Reports that this person looks after, open ones first, the next to be answered first. Nobody else has any.',
  answer: concernList,
});

export const getTermReport = endpoint({
  method: 'GET',
  path: '/api/term-report',
  action: 'look after concerns',
  status: 200,
  summary:
    'One page for the yearly review, to be printed: what was decided month by month, how long it waited, reports of concern by outcome, consents taken back. Counts alone; for whoever is at the desk.',
  answer: z.string(),
});

/** One thing that was done about a report. */
export const concernStory = z.object({
  at: z.number(),
  by: z.nullable(deskPerson),
  kind: z.enum([
    'reported',
    'kept',
    'again',
    'seen',
    'taken',
    'noted',
    'handed',
    'closed',
    'reopened',
    'hold',
    'let-back',
    'forgotten',
    'picture',
  ]),
  /** What the event came to: an outcome, `on`, `off`, `sealed`, `freed`, `destroyed`. */
  detail: z.nullable(z.string()),
  /** Notes are the own school's alone. */
  words: z.nullable(z.string()),
  to: z.nullable(deskPerson),
});
export type ConcernStory = z.infer<typeof concernStory>;

export const concernCase = z.object({
  ...line,
  reporter: z.nullable(deskPerson),
  story: z.array(concernStory),
  /** How far the other school has come. */
  others: z.array(z.object({ school: entityId, status: concernStatus })),
  handedTo: z.array(deskPerson),
  /** Own staff whom it can be handed to. */
  standIns: z.array(z.object({ id: entityId, name: z.string() })),
  /** Whether the piece is off everybody's board because of it. */
  isKept: z.boolean(),
  /** Whether the time of the board is over and it stays for reports alone (SG-24). */
  boardStays: z.boolean(),
  /** Whether this school decides what becomes of the piece and its pictures. */
  decides: z.boolean(),
  pictures: z.array(z.object({ asset: entityId, state: z.enum(['free', 'sealed', 'destroyed']) })),
  /** Number and hash of its first line, which its evidence is sealed with. */
  seal: z.object({ number: z.int(), hash: z.string() }),
  /** Whether what was sealed is still there. */
  hasEvidence: z.boolean(),
  timeZone: z.string(),
  schools: z.array(schoolBrief),
});
export type ConcernCaseView = z.infer<typeof concernCase>;

export const getConcern = endpoint({
  method: 'GET',
  path: '/api/concerns/:concern',
  action: 'look after concerns',
  status: 200,
  summary:
    'One report: facts, what was done, and steps. Without words and evidence, which are asked for by themselves. Each look is a line of the audit log.',
  answer: concernCase,
});

export const concernStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('take') }),
  z.object({ step: z.literal('note'), words }),
  z.object({ step: z.literal('hand'), to: entityId }),
  z.object({ step: z.literal('close'), outcome: concernOutcome, words: z.optional(words) }),
  z.object({ step: z.literal('reopen') }),
  z.object({ step: z.literal('hold'), isOn: z.boolean() }),
  z.object({ step: z.literal('let-back') }),
  z.object({ step: z.literal('picture'), asset: entityId, to: z.enum(['sealed', 'freed', 'destroyed']) }),
]);
export type ConcernStep = z.infer<typeof concernStep>;

export const postConcernStep = endpoint({
  method: 'POST',
  path: '/api/concerns/:concern/steps',
  action: 'look after concerns',
  status: 200,
  summary:
    'Does something about a report: take it in hand, note, hand to a stand-in, close, hold, let the piece back, or decide on a picture.',
  body: concernStep,
  answer: z.object({}),
});

/** What was sealed when something was reported, for whoever asks to see it. */
export const concernEvidence = z.object({
  /** What the reporter wrote; told to the reporter's own school alone. */
  words: z.nullable(z.string()),
  isDeleted: z.boolean(),
  isPutAway: z.boolean(),
  /** What had been let out to a school is told to it; the author's school has all. */
  versions: z.array(z.object({ reach, by: deskPerson, at: z.number(), text: z.string() })),
  pictures: z.array(z.object({ asset: entityId, hash: blobHash })),
  /** Schools that it had been let out to. */
  letOutTo: z.array(entityId),
  /** Who had it on the screen at that moment, and who else could see it: the own school's people one by one, others' by number. */
  seen: z.array(z.object({ school: entityId, role, onScreen: z.int(), could: z.int(), names: z.array(z.string()) })),
  hasDrawing: z.boolean(),
});
export type ConcernEvidence = z.infer<typeof concernEvidence>;

export const getConcernEvidence = endpoint({
  method: 'GET',
  path: '/api/concerns/:concern/evidence',
  action: 'look after concerns',
  status: 200,
  summary: 'What was sealed with a report. Each look is a line of the audit log.',
  answer: concernEvidence,
});

export const getConcernDrawing = endpoint({
  method: 'GET',
  path: '/api/concerns/:concern/drawing.svg',
  action: 'look after concerns',
  status: 200,
  summary: 'What was sealed with a report as an SVG picture. SEALED where it shows a picture that nobody may see.',
  answer: z.string(),
});

export const getConcernExport = endpoint({
  method: 'GET',
  path: '/api/concerns/:concern/export',
  action: 'look after concerns',
  status: 200,
  summary:
    'One file with all of a report that this school has, to be printed or handed on; it holds no sealed picture. Each is a line of the audit log.',
  answer: z.string(),
});
