import * as z from 'zod/mini';
import { boardRole } from '../model/people.ts';
import { opRefusal } from '../realtime/private-frame.ts';
import { change, changeContent, inverse } from './change.ts';

/** Number of the journal's format. Old formats stay readable for ever; each has a fixture. */
export const journalVersion = 1;

/** What an entry that holds a whole act may be. */
const actKinds = [
  'open',
  'join',
  'edit',
  'decision',
  'undo-decision',
  'hide',
  'restore-page',
  'accept',
  'govern',
  'repair',
  'erase',
  'leave',
  'restore',
] as const;

/**
 * The facts of one entry: who, what kind, on which records, when. They never hold what people made, so that content can
 * be erased without touching them, and the hash chain covers facts only (D3).
 */
export const entryFacts = z.object({
  v: z.literal(journalVersion),
  board: z.string(),
  /** Number of the entry in its board, from 1, without holes. */
  seq: z.int().check(z.positive()),
  /** Random; new after a restore or import (P33). */
  epoch: z.string(),
  /** ms since 1970 by the server's clock; order is by `seq` alone. */
  at: z.number(),
  kind: z.enum([...actKinds, 'part', 'commit']),
  actor: z.nullable(z.object({ person: z.string(), school: z.string(), role: boardRole })),
  /** Of an edit: the outbox it came from and its number there, taken at most once (P33). */
  client: z.optional(z.object({ id: z.string(), seq: z.int() })),
  /** Of an edit: operations that were not taken, so that a repeated question gets the same answer. */
  refused: z.optional(z.array(opRefusal)),
  changes: z.array(change),
  /** A larger act is parts plus one commit, which alone makes it visible (P32): number of the first entry of the act. */
  partOf: z.optional(z.int()),
  /** Of a commit: what the act is that its parts hold the changes of. */
  act: z.optional(z.enum(actKinds)),
  /** SHA-256 of the canonical content and inverses, hex. */
  contentHash: z.string(),
  /** SHA-256 over the previous entry's chain and these facts without `chain`, hex. */
  chain: z.string(),
});
export type EntryFacts = z.infer<typeof entryFacts>;

/**
 * What people made, at the same places as `facts.changes`, or a tombstone after erasure. `erased` says when parts of it were
 * taken out for good: the content hash of the facts is that of what was there before.
 */
export const entryContent = z.union([
  z.object({
    contents: z.array(changeContent),
    inverses: z.array(z.nullable(inverse)),
    erased: z.optional(z.number()),
  }),
  z.object({ erased: z.number() }),
]);
export type EntryContent = z.infer<typeof entryContent>;

/** Something staff can read in the audit log: ids only, never content. It commits together with the act (REL-23). */
export const auditEvent = z.object({ action: z.string(), by: z.string(), subjects: z.array(z.string()) });
export type AuditEvent = z.infer<typeof auditEvent>;

/** Work that follows from an entry and can be done again after a crash: bring the queue's line of a case up to date. */
export const effect = z.object({ kind: z.literal('queue'), case: z.string() });
export type Effect = z.infer<typeof effect>;

/** One atomic document of a board's journal, the truth about the board. At most 4 MiB. */
export const journalEntry = z.object({
  facts: entryFacts,
  content: entryContent,
  audit: z.array(auditEvent),
  effects: z.array(effect),
});
export type JournalEntry = z.infer<typeof journalEntry>;
