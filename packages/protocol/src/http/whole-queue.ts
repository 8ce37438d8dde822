import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { textMark } from '../model/text-find.ts';
import { trustKind } from '../model/trust.ts';
import { endpoint } from './endpoint.ts';
import { queueItem } from './moderation.ts';

/** Something that waits, without what is in it: told from an index, for which no board is opened (D18). */
export const waitingLine = z.object({
  case: z.string(),
  board: entityId,
  /** Place in `authors`. */
  author: z.int(),
  kinds: z.array(trustKind),
  /** What the text check found in it when it was written. */
  found: z.array(textMark),
  openedAt: z.number(),
  changedAt: z.number(),
});
export type WaitingLine = z.infer<typeof waitingLine>;

const wholeQueue = z.object({
  boards: z.array(z.object({ id: entityId, title: z.string(), schools: z.array(schoolBrief) })),
  authors: z.array(z.object({ name: z.string(), className: z.string(), isGuest: z.optional(z.literal(true)) })),
  /** Longest waiting first. */
  lines: z.array(waitingLine),
});
export type WholeQueue = z.infer<typeof wholeQueue>;

export const getWholeQueue = endpoint({
  method: 'GET',
  path: '/api/queue/lines',
  action: 'list what waits',
  status: 200,
  summary:
    'All that waits for a decision of the own school, over all boards. With the `version` of an earlier answer in `?known=`, `queue` is null where nothing has changed since.',
  answer: z.object({ version: z.string(), approvedToday: z.int(), queue: z.nullable(wholeQueue) }),
});

/** So many can be asked for at a time. */
export const mostItemsAsked = 150;

export const postQueueItems = endpoint({
  method: 'POST',
  path: '/api/queue/items',
  action: 'list what waits',
  status: 200,
  summary: 'What is in some of it, with all that is needed to judge it; what does not wait any more is left out.',
  body: z.object({
    cases: z.array(z.object({ board: entityId, case: z.string() })).check(z.maxLength(mostItemsAsked)),
  }),
  answer: z.object({ items: z.array(queueItem) }),
});
