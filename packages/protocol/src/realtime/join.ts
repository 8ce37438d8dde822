import * as z from 'zod/mini';
import { clientId, entityId } from '../model/ids.ts';

/** First message on the socket: which board, who is asking, and what this browser already has. */
export const join = z.object({
  protocol: z.int(),
  board: entityId,
  client: clientId,
  resume: z.optional(
    z.object({
      epoch: z.string(),
      viewRun: z.string(),
      viewSeq: z.int().check(z.nonnegative()),
      /** Digest of the shared view that this browser holds (P30): where it is the server's too, nothing is sent again. */
      check: z.optional(z.string()),
    }),
  ),
});
export type JoinMessage = z.infer<typeof join>;

/** The same for somebody who only looks on: no edits come from them, so there is no outbox to name. */
export const viewerJoin = z.omit(join, { client: true });
export type ViewerJoinMessage = z.infer<typeof viewerJoin>;
