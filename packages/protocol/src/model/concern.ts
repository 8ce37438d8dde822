import * as z from 'zod/mini';
import { entityId, recordId } from './ids.ts';
import { boardRole } from './people.ts';

/** Why somebody is worried: a closed list, each with an icon and words that young readers know. */
export const concernReasons = ['unkind', 'scared', 'private', 'body', 'danger', 'other'] as const;
export const concernReason = z.enum(concernReasons);
export type ConcernReason = z.infer<typeof concernReason>;

/** What a report is about: a piece on a board, somebody on it as the board names them, or the board. */
export const concernSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('piece'), record: recordId }),
  z.strictObject({ kind: z.literal('person'), author: z.string().check(z.regex(/^\d{1,3}\.\d{1,6}$/)) }),
  z.strictObject({ kind: z.literal('board') }),
]);
export type ConcernSubject = z.infer<typeof concernSubject>;

/** What a school's lead came to. */
export const concernOutcomes = ['nothing', 'talked', 'family', 'authority', 'other'] as const;
export const concernOutcome = z.enum(concernOutcomes);
export type ConcernOutcome = z.infer<typeof concernOutcome>;

/** Somebody in a report, by ids. */
const concernPerson = z.strictObject({ person: z.string(), school: z.string(), role: boardRole });
export type ConcernPerson = z.infer<typeof concernPerson>;

/** Who reports something without an account. */
export const outsider = z.enum(['link', 'guest']);
export type Outsider = z.infer<typeof outsider>;

/** How a report began: what it is about, and what was done at once. */
const reported = z.strictObject({
  kind: z.literal('reported'),
  board: entityId,
  about: z.enum(['piece', 'person', 'board']),
  /** The piece, where there is one. */
  record: z.nullable(z.string()),
  /** Pictures that it shows. */
  assets: z.array(entityId).check(z.maxLength(100)),
  /** Whom it is about; null where nobody can be named. */
  whose: z.nullable(concernPerson),
  reason: concernReason,
  /** The entry of the board's journal that it was seen at. */
  seq: z.int(),
  /** Told from outside, by nobody with a name here: by the link of a published page, or as a guest. */
  from: z.optional(outsider),
  /** What is kept away with the piece: all of a drawing that was told of, not one stroke. */
  also: z.optional(z.array(z.string()).check(z.maxLength(100))),
});

/** What can happen in a case. Words and evidence are no part of it: they are sealed beside. */
export const concernEvent = z.discriminatedUnion('kind', [
  reported,
  /** The piece is off everybody's board, with these. */
  z.strictObject({ kind: z.literal('kept'), records: z.array(z.string()).check(z.maxLength(300)) }),
  /** The same person says it once more. */
  z.strictObject({ kind: z.literal('again') }),
  z.strictObject({ kind: z.literal('seen') }),
  z.strictObject({ kind: z.literal('taken') }),
  z.strictObject({ kind: z.literal('noted') }),
  /** Somebody of the own school looks after it from here on. */
  z.strictObject({ kind: z.literal('handed'), to: entityId }),
  z.strictObject({ kind: z.literal('closed'), outcome: concernOutcome }),
  z.strictObject({ kind: z.literal('reopened') }),
  /** Whether its evidence stays whatever is erased (SG-24). */
  z.strictObject({ kind: z.literal('hold'), isOn: z.boolean() }),
  /** The piece is on the board again, as it was. */
  z.strictObject({ kind: z.literal('let-back') }),
  /** What was sealed with the lines before is gone for good, because a pupil's work was erased and nobody held it. */
  z.strictObject({ kind: z.literal('forgotten') }),
  /** The bytes of a picture are given to nobody, are given again, or are gone (SG-15). */
  z.strictObject({ kind: z.literal('picture'), asset: entityId, to: z.enum(['sealed', 'freed', 'destroyed']) }),
]);
export type ConcernEvent = z.infer<typeof concernEvent>;

const facts = {
  concern: entityId,
  /** ms since 1970. */
  at: z.number(),
  /** Null: the instance itself. */
  by: z.nullable(concernPerson),
  /** Whose leads look after it. */
  schools: z.array(z.string()),
  event: concernEvent,
};

/** One line of what became of reports. Strict: what the chain does not cover must not be read over. */
const concernLine = z.strictObject({
  v: z.literal(1),
  /** From 1, without holes, for the whole instance. */
  number: z.int().check(z.positive()),
  ...facts,
  /** SHA-256 of what is sealed beside the line, hex; null where there is nothing. */
  contentHash: z.nullable(z.string()),
  /** SHA-256 over the hash of the line before and this line without it, hex. */
  hash: z.string(),
});
export type ConcernLine = z.infer<typeof concernLine>;

/** A line as stores keep it. The content is encrypted with the instance's key; one that is gone is null. */
export const keptConcernLine = z.strictObject({ line: concernLine, content: z.nullable(z.string()) });
export type KeptConcernLine = z.infer<typeof keptConcernLine>;

/** What is to become a line. */
export const concernDraft = z.strictObject({ ...facts, content: z.nullable(z.string()) });
export type ConcernDraft = z.infer<typeof concernDraft>;

/** The newest line; where there is none `{ number: 0, hash: '' }`. */
export const concernHead = z.strictObject({ number: z.int(), hash: z.string() });
export type ConcernHead = z.infer<typeof concernHead>;
