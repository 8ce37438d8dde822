import * as z from 'zod/mini';
import { auditAct, auditSubject } from '../model/audit-line.ts';
import { entityId } from '../model/ids.ts';
import { role, schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/**
 * Somebody in a line, as the reader may know them: the own school's people and other schools' staff by name, other schools' pupils by
 * school alone. Who is not known any more, an erased pupil among them, has no name. Of the own school's people `id` finds all their lines.
 */
export const auditPerson = z.object({
  id: z.nullable(z.string()),
  name: z.nullable(z.string()),
  school: z.nullable(entityId),
  role: z.nullable(role),
});
export type AuditPerson = z.infer<typeof auditPerson>;

/** A line of the audit log with what its ids are called today. */
export const auditLineView = z.object({
  number: z.int(),
  at: z.number(),
  act: auditAct,
  /** Null: the instance itself. */
  by: z.nullable(auditPerson),
  board: z.nullable(z.object({ id: z.string(), title: z.nullable(z.string()) })),
  people: z.array(auditPerson),
  /** Classes, schools and partnerships. */
  about: z.array(z.object({ kind: auditSubject.shape.kind, name: z.nullable(z.string()) })),
  /** How many pieces of work it was about. */
  pieces: z.int(),
  detail: z.nullable(z.string()),
  /** Where a sign-in came from, for seven days: told of one's own, and to administrators. */
  network: z.nullable(z.string()),
});
export type AuditLineView = z.infer<typeof auditLineView>;

export const auditView = z.object({
  /** Newest first. */
  lines: z.array(auditLineView),
  /** The number to ask for older lines below, or null where there are none. */
  next: z.nullable(z.int()),
  schools: z.array(schoolBrief),
  /** Own staff, to look for. */
  staff: z.array(z.object({ id: entityId, name: z.string() })),
  boards: z.array(z.object({ id: entityId, title: z.string() })),
  /** How far the chain of the whole instance has been checked, how long it is, and from where on it is broken, if it is. */
  chain: z.object({ checked: z.int(), lines: z.int(), brokenAt: z.nullable(z.int()) }),
});
export type AuditView = z.infer<typeof auditView>;

export const getAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  action: 'read the audit log',
  status: 200,
  summary:
    'Lines of the audit log that concern the own school, newest first. `?below=N` older ones; `?act=a,b`, `?person=`, `?board=` and `?day=2026-11-30` (as the school’s calendar has it) choose among them.',
  answer: auditView,
});
