import type { ErrorCode } from '@bridgeboard/protocol';
import type * as z from 'zod/mini';

import { Refused } from './refusal.ts';

function codeOf(issue: z.core.$ZodIssue | undefined): ErrorCode {
  return issue?.code === 'too_big' && issue.origin === 'string' ? 'TEXT_TOO_LONG' : 'BAD_TYPE';
}

/** The body as its schema has it, unknown fields dropped. Throws `Refused` before anything is looked up (SEC-12). */
export function checkBody(schema: z.ZodMiniType, body: unknown): unknown {
  const checked = schema.safeParse(body);
  if (!checked.success) throw new Refused(codeOf(checked.error.issues[0]));
  return checked.data;
}
