import type { AuditAct, AuditEntry, AuditHead, KeptAuditLine } from '@bridgeboard/protocol';

/** Which lines a school's staff ask for; what is not named is not asked. */
export interface AuditQuery {
  readonly school: string;
  /** Lines older than this number. */
  readonly below: number;
  /** How many lines, 1 or more. */
  readonly limit: number;
  readonly acts?: readonly AuditAct[] | undefined;
  /** Who acted, or was one of those it was about. */
  readonly person?: string | undefined;
  readonly board?: string | undefined;
  /** From this moment on, and before that one, ms since 1970. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/** Lines, and the number to go on below for older ones: null where there are none. */
export interface AuditPage {
  readonly lines: readonly KeptAuditLine[];
  readonly next: number | null;
}

/** Makes the line that follows another one. */
export type SealLine<Draft> = (before: AuditHead, draft: Draft) => KeptAuditLine;

/** The audit log of the instance: lines are added and never changed (SG-25). */
export interface AuditLog {
  /**
   * Keeps a line for each draft, in their order, and resolves only when they survive a power cut. `seal` makes each upon the one
   * before it, again where another process was quicker. A draft whose event of a board's journal has a line is passed over.
   * Rejects with a RangeError for a line that does not follow; after another rejection a prefix of the drafts may be kept.
   */
  append<Draft extends { readonly board: string | null; readonly entry: AuditEntry | null }>(
    drafts: readonly Draft[],
    seal: SealLine<Draft>,
  ): Promise<void>;
  /** Lines from a number on, in order, at most `limit` (1 or more). One that is missing is not there; the chain tells. */
  read(fromNumber: number, limit: number): Promise<KeptAuditLine[]>;
  /** The newest line as it was noted apart from the lines. */
  head(): Promise<AuditHead>;
  /** Lines that concern a school, newest first. A page may hold fewer than asked for and still have a next one. */
  find(query: AuditQuery): Promise<AuditPage>;
  /** Number of the newest entry of a board's journal that has a line, 0 for none. */
  takenSeq(board: string): Promise<number>;
  /** Takes the networks off lines from before that moment, ms since 1970; the lines stay. */
  forgetNetworks(before: number): Promise<void>;
}
