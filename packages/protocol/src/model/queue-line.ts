import * as z from 'zod/mini';
import { entityId } from './ids.ts';
import { textMark } from './text-find.ts';
import { trustKind } from './trust.ts';

/** One review case in the index that lists what waits for staff of a school, over all boards (D18). */
export const queueLine = z.object({
  case: z.string(),
  board: entityId,
  school: entityId,
  author: z.string(),
  status: z.enum(['open', 'returned', 'approved', 'rejected', 'withdrawn']),
  openedAt: z.number(),
  changedAt: z.number(),
  /** What it is about; nothing in lines from before that was asked. */
  kinds: z._default(z.array(trustKind), []),
  /** What the text check found in it when it was written. */
  found: z._default(z.array(textMark), []),
});
export type QueueLine = z.infer<typeof queueLine>;
