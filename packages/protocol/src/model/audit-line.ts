import * as z from 'zod/mini';
import { role } from './people.ts';

/** What the audit log can say that somebody did: a closed list, each with words in every language as `audit.act.<act>`. */
export const auditActs = [
  'session.begin',
  'session.refuse',
  'session.end',
  'sessions.end',
  'factor.add',
  'factor.codes',
  'factor.remove',
  'factor.forget',
  'passkey.add',
  'passkey.remove',
  'password.change',
  'password.reset',
  'school.found',
  'school.change',
  'school.rules',
  'school.words',
  'school.trust',
  'school.factor',
  'school.provider',
  'trust.set',
  'trust.rise',
  'trust.fall',
  'staff.invite',
  'staff.uninvite',
  'staff.join',
  'staff.roles',
  'staff.end',
  'class.make',
  'class.change',
  'class.code',
  'class.remove',
  'pupil.import',
  'pupil.change',
  'pupil.consent',
  'pupil.export',
  'pupil.remove',
  'pupil.pin',
  'pupil.admit',
  'pupil.dismiss',
  'pupil.suspend',
  'pupil.unsuspend',
  'partnership.propose',
  'partnership.agree',
  'partnership.refuse',
  'partnership.withdraw',
  'partnership.tighten',
  'partnership.begin',
  'partnership.invite',
  'partnership.uninvite',
  'partnership.sign',
  'partnership.confirm',
  'partnership.leave',
  'board.make',
  'door.open',
  'door.shut',
  'guest.invite',
  'guest.come',
  'guest.end',
  'board.freeze',
  'board.unfreeze',
  'board.stop-everything',
  'board.set-mode',
  'board.allow-open',
  'board.needs-teacher',
  'board.cursors',
  'board.members',
  'board.look-first',
  'board.set-hours',
  'board.set-level',
  'board.set-class-level',
  'board.staff-page',
  'board.change-member',
  'board.remove-member',
  'board.return-member',
  'board.restore',
  'board.archive',
  'board.keep',
  'board.bring-back',
  'board.delete',
  'case.board',
  'case.school',
  'case.return',
  'case.reject',
  'case.undo',
  'alert.waits',
  'record.hide',
  'record.show',
  'record.accept',
  'record.unaccept',
  'page.restore',
  'person.hide',
  'person.show',
  'person.rewind',
  'board.rewind',
  'person.erase',
  'concern.make',
  'concern.view',
  'concern.evidence',
  'concern.export',
  'concern.take',
  'concern.note',
  'concern.hand',
  'concern.close',
  'concern.reopen',
  'concern.hold',
  'concern.release',
  'concern.let-back',
  'concern.picture',
  'breach.look',
  'publication.make',
  'publication.agree',
  'publication.withdraw',
  'store.backup',
  'store.restore',
] as const;
export const auditAct = z.enum(auditActs);
export type AuditAct = z.infer<typeof auditAct>;

/** Something an act was about, by id alone. Strict, as all of a line: what the chain does not cover must not be read over. */
export const auditSubject = z.strictObject({
  kind: z.enum(['person', 'school', 'class', 'partnership', 'case', 'record', 'publication', 'invitation', 'concern']),
  id: z.string().check(z.regex(/^[A-Za-z0-9_:-]{1,80}$/)),
});
export type AuditSubject = z.infer<typeof auditSubject>;

/** One word or number that an act came to (`own-school`, `30`); the pattern leaves no room for what people write. */
const auditDetail = z.string().check(z.regex(/^[a-z0-9][a-z0-9.,-]{0,79}$/));

/** Who acted. */
const auditActor = z.strictObject({ person: z.string(), school: z.string(), role });
export type AuditActor = z.infer<typeof auditActor>;

/** Which event of a board's journal a line says again: entry, and place among the entry's events. */
const auditEntry = z.strictObject({ seq: z.int(), place: z.int() });
export type AuditEntry = z.infer<typeof auditEntry>;

const facts = {
  /** ms since 1970. */
  at: z.number(),
  act: auditAct,
  /** Null: the instance itself, or somebody nobody knows. */
  by: z.nullable(auditActor),
  /** Whose staff may read the line. */
  schools: z.array(z.string()),
  board: z.nullable(z.string()),
  subjects: z.array(auditSubject).check(z.maxLength(300)),
  detail: z.nullable(auditDetail),
  entry: z.nullable(auditEntry),
};

/** Where a sign-in came from: a /24 or /48 (SG-05), and chance that keeps the line's hash from telling it later. */
export const auditNetwork = z.strictObject({ cut: z.string().check(z.maxLength(60)), salt: z.string() });
export type AuditNetwork = z.infer<typeof auditNetwork>;

/** One line of the audit log: who did what to what and when. Never content, never a name (SG-25). */
const auditLine = z.strictObject({
  v: z.literal(1),
  /** From 1, without holes, for the whole instance. */
  number: z.int().check(z.positive()),
  ...facts,
  /** Stands for the network, which itself is kept seven days. */
  networkHash: z.nullable(z.string()),
  /** SHA-256 over the hash of the line before and this line without it, hex. */
  hash: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

/** A line as stores keep it: the network stands beside what the chain covers. */
export const keptAuditLine = z.strictObject({ line: auditLine, network: z.nullable(auditNetwork) });
export type KeptAuditLine = z.infer<typeof keptAuditLine>;

/** What is to become a line. */
export const auditDraft = z.strictObject({ ...facts, network: z.nullable(auditNetwork) });
export type AuditDraft = z.infer<typeof auditDraft>;

/** The newest line; of an empty log `{ number: 0, hash: '' }`. */
export const auditHead = z.strictObject({ number: z.int(), hash: z.string() });
export type AuditHead = z.infer<typeof auditHead>;
