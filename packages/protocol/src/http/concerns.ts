import * as z from 'zod/mini';
import { concernReason, concernSubject } from '../model/concern.ts';
import { entityId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';

/** What somebody who reported something reads: who looks after it, and until when. The same whatever it was about. */
export const concernReceipt = z.object({
  /** Names of those of the own school who look after it; empty where it is about the only one. */
  who: z.array(z.string()),
  /** Whether they stand in for a lead. */
  standIn: z.boolean(),
  by: z.number(),
  timeZone: z.string(),
});
export type ConcernReceipt = z.infer<typeof concernReceipt>;

export const postConcern = endpoint({
  method: 'POST',
  path: '/api/boards/:board/concerns',
  action: 'report a concern',
  status: 200,
  summary:
    'Reports something on a board to the safeguarding leads. It is kept before it is answered, and a piece is off everybody’s board. The id is the browser’s own: sent again, it is one report.',
  body: z.object({
    id: entityId,
    about: concernSubject,
    reason: concernReason,
    words: z.optional(z.string().check(z.maxLength(500))),
  }),
  answer: concernReceipt,
});
