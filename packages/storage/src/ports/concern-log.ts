import type { ConcernDraft, ConcernHead, ConcernLine, KeptConcernLine } from '@bridgeboard/protocol';

/** Makes the line that follows another one. */
export type SealConcern<Draft> = (before: ConcernHead, draft: Draft) => KeptConcernLine;

/** What became of reports, for the whole instance: lines are added and never changed (SGD2). */
export interface ConcernLog {
  /**
   * Keeps a line for each draft, in their order, and resolves only when they survive a power cut. `seal` makes each upon the one
   * before it, again where another process was quicker. A report that is there already (the `reported` event of the same concern) is
   * passed over. Rejects with a RangeError for a line that does not follow; after another rejection a prefix may be kept.
   */
  append<Draft extends Pick<ConcernDraft, 'concern' | 'event'>>(
    drafts: readonly Draft[],
    seal: SealConcern<Draft>,
  ): Promise<void>;
  /** Lines from a number on, in order, at most `limit` (1 or more). One that is missing is not there; the chain tells. */
  read(fromNumber: number, limit: number): Promise<KeptConcernLine[]>;
  /** The newest line as it was noted apart from the lines. */
  head(): Promise<ConcernHead>;
  /** All lines of one report, in order, with what was sealed beside them. */
  linesOf(concern: string): Promise<KeptConcernLine[]>;
  /** All lines that concern a school, in order, without what was sealed. */
  linesFor(school: string): Promise<ConcernLine[]>;
  /** What became of a picture's bytes, in order. */
  linesAbout(asset: string): Promise<ConcernLine[]>;
  /** Takes what was sealed off all lines of a report; the lines stay. */
  forgetContents(concern: string): Promise<void>;
}
