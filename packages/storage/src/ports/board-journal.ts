import type { AuditEvent, CheckpointManifest, EntryContent, EntryFacts, JournalEntry } from '@bridgeboard/protocol';

/** Content for entry `seq` of a board. */
export interface NumberedContent {
  readonly seq: number;
  readonly content: EntryContent;
}

/** An entry without what people made. */
export interface AuditedEntry {
  readonly facts: EntryFacts;
  readonly audit: readonly AuditEvent[];
}

/** The append-only journal of each board: the truth (D3). */
export interface BoardJournal {
  /**
   * Keeps the entries, which follow one another in one board, and resolves only when they survive a power cut.
   * Rejects with `JournalConflict` if their numbers do not follow the last entry kept, and with a RangeError if they do
   * not follow one another or one is over 4 MiB (P32); after these two nothing of them is kept unless another process
   * appended meanwhile; nor after a `StorageUnavailable` that says so. After any other rejection a prefix of them may be
   * kept: whoever appends must read the journal again before going on. Where the disk is full, entries among which is no
   * edit of a browser may still be taken, from room that was held back for them (REL-14).
   */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Entries of a board from `fromSeq` on, in order, at most `limit` (1 or more). Rejects rather than leaving one out. */
  read(board: string, fromSeq: number, limit: number): Promise<JournalEntry[]>;
  /** Entries of a board after `seq` that the audit log has to tell of, in order, at most `limit` (1 or more). */
  readAudited(board: string, afterSeq: number, limit: number): Promise<AuditedEntry[]>;
  /**
   * Puts other content into entries that stand, each whole or not at all: for erasure alone. Facts, audit and effects stay
   * as they are. Rejects with a RangeError for an entry that is not there, before anything is changed.
   */
  replaceContents(board: string, contents: readonly NumberedContent[]): Promise<void>;
  /** Takes a board's entries and checkpoints away for good; nothing happens where there are none. */
  remove(board: string): Promise<void>;
  /** Number of the last entry, 0 for none. */
  lastSeq(board: string): Promise<number>;
  /**
   * Keeps a checkpoint: first its chunks (4 MiB at most each, none cut inside a character), the manifest last; older ones
   * of the board go afterwards. One that is older than the newest kept changes nothing; one of the same `seq` takes its
   * place.
   */
  putCheckpoint(manifest: CheckpointManifest, chunks: readonly string[]): Promise<void>;
  /** The newest checkpoint of a board, or null if there is none or a part of it is missing. */
  latestCheckpoint(board: string): Promise<{ manifest: CheckpointManifest; chunks: string[] } | null>;
}
