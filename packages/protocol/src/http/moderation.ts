import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { reactionSigns } from '../model/remark.ts';
import { textFind } from '../model/text-find.ts';
import { trustKind } from '../model/trust.ts';
import { caseStatus } from '../realtime/patch.ts';
import { endpoint } from './endpoint.ts';

/** A comment, which has words, or a reaction, which has a sign, with what is written on the piece that it is about. */
export const remark = z.object({
  text: z.nullable(z.string()),
  sign: z.nullable(z.enum(reactionSigns)),
  about: z.string(),
});
export type Remark = z.infer<typeof remark>;

/** One case in the queue, for staff of the author's school. Its picture is at `/api/boards/:board/cases/:case/picture.svg`. */
export const queueItem = z.object({
  case: z.string(),
  board: entityId,
  boardTitle: z.string(),
  author: z.string(),
  className: z.string(),
  /** Where the author is a guest whom the own school asked in (BP9). */
  isGuest: z.optional(z.literal(true)),
  school: schoolBrief,
  kind: z.enum(['drawing', 'note', 'text', 'picture', 'mixed']),
  /** The same, as coarse as what waits on all boards is told apart by. */
  kinds: z.array(trustKind),
  marks: z.int(),
  words: z.string(),
  /** What is said about pieces, whole, in the order of ids. */
  remarks: z.array(remark),
  /** What the text check finds in `words`; what is not in the excerpt has no length. */
  found: z.array(textFind),
  status: caseStatus,
  openedAt: z.number(),
  changedAt: z.number(),
  /** Content hash that a decision must name (P8). */
  hash: z.string(),
  note: z.optional(z.string()),
  /** True where others already see an earlier approved version. */
  changesApproved: z.boolean(),
});
export type QueueItem = z.infer<typeof queueItem>;

export const getQueue = endpoint({
  method: 'GET',
  path: '/api/boards/:board/queue',
  action: 'moderate a board',
  status: 200,
  summary: 'What waits for a decision of the own school on one board, longest waiting first.',
  answer: z.object({ items: z.array(queueItem), approvedToday: z.int() }),
});

export const getWaiting = endpoint({
  method: 'GET',
  path: '/api/queue',
  action: 'list what waits',
  status: 200,
  summary: 'How much waits for the own school on each board, and how much of all that longer than the school lets it.',
  answer: z.object({
    boards: z.array(z.object({ board: entityId, title: z.string(), count: z.int(), oldest: z.number() })),
    waitsLong: z.int(),
    /** How many working minutes work may wait. */
    waitMinutes: z.int(),
  }),
});

export const verdict = z.enum(['board', 'school', 'return', 'reject']);
export type Verdict = z.infer<typeof verdict>;

export const postDecision = endpoint({
  method: 'POST',
  path: '/api/boards/:board/cases/:case/decision',
  action: 'moderate a board',
  status: 200,
  summary: 'Decides a case: `board` and `school` let it out, `return` sends it back with a note, `reject` drops it.',
  body: z.object({ verdict, hash: z.string(), note: z.optional(z.string().check(z.maxLength(500))) }),
  answer: z.object({ status: caseStatus }),
});

export const postUndoDecision = endpoint({
  method: 'POST',
  path: '/api/boards/:board/cases/:case/undo',
  action: 'moderate a board',
  status: 200,
  summary: 'Undoes the last decision on a case; CHANGED if the record moved on since.',
  answer: z.object({ status: caseStatus }),
});

export const postHide = endpoint({
  method: 'POST',
  path: '/api/boards/:board/records/:record/hide',
  action: 'moderate a board',
  status: 200,
  summary: 'Puts a record of the own school away from everybody but its staff, or brings it back.',
  body: z.object({ hidden: z.boolean() }),
  answer: z.object({ hidden: z.boolean() }),
});
