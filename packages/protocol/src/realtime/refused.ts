import * as z from 'zod/mini';
import { errorCode } from './private-frame.ts';

/**
 * A message was not taken as a whole; nothing of it took effect. With `seq` it speaks of that edit: a retryable code
 * means send it again after `retryAfterMs`; RESEND_FROM says from which number (`from`).
 */
export const refused = z.object({
  code: errorCode,
  message: z.string(),
  retryable: z.boolean(),
  requestId: z.string(),
  retryAfterMs: z.optional(z.int()),
  seq: z.optional(z.int()),
  from: z.optional(z.int()),
});
export type Refused = z.infer<typeof refused>;
