import { auditAct, getAudit } from '@bridgeboard/protocol';
import * as z from 'zod';

import type { Api } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { AuditReader } from './audit-reader.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);

const wish = z.object({
  below: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .default(Number.MAX_SAFE_INTEGER),
  act: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(auditAct).max(100))
    .optional(),
  person: id.optional(),
  board: id.optional(),
  day: z.iso.date().optional(),
});

/** The audit log for staff of a school. */
export function mountAudit(api: Api, reader: AuditReader): void {
  api.on(getAudit, ({ session, request }) => {
    const asked = wish.safeParse(request.query).data;
    if (asked === undefined) throw new Refused('BAD_MESSAGE');
    const { act: acts, ...rest } = asked;
    return reader.read(session, { ...rest, acts });
  });
}
