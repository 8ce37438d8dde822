import * as z from 'zod/mini';
import { errorCode } from '../realtime/private-frame.ts';

/** Body of every refused request. `message` is in the language the request asked for. */
export const httpRefusal = z.object({
  code: errorCode,
  message: z.string(),
  retryable: z.boolean(),
  requestId: z.string(),
  retryAfterMs: z.optional(z.int()),
});
export type HttpRefusal = z.infer<typeof httpRefusal>;
