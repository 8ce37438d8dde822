import * as z from 'zod/mini';
import { charterLine } from '../model/charter.ts';
import { errorCode } from '../realtime/private-frame.ts';

/** Body of every refused request. `message` is in the language the request asked for. */
export const httpRefusal = z.object({
  code: errorCode,
  message: z.string(),
  retryable: z.boolean(),
  requestId: z.string(),
  retryAfterMs: z.optional(z.int()),
  /** The line of the charter that says so, and the schools whose rule it is. */
  charter: z.optional(z.object({ line: charterLine, schools: z.array(z.string()) })),
});
export type HttpRefusal = z.infer<typeof httpRefusal>;
