import * as z from 'zod/mini';
import { clientId, entityId } from '../model/ids.ts';

/** First message on the socket: which board, who is asking, and what this browser already has. */
export const join = z.object({
  protocol: z.int(),
  board: entityId,
  client: clientId,
  resume: z.optional(z.object({ epoch: z.string(), viewRun: z.string(), viewSeq: z.int().check(z.nonnegative()) })),
});
export type JoinMessage = z.infer<typeof join>;
