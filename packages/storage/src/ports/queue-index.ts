import type { QueueLine } from '@bridgeboard/protocol';

/** What waits for staff, over all boards: an index fed from the journals, which alone decide (D18). */
export interface QueueIndex {
  /**
   * Brings lines of a board up to date as of its journal entry `seq`, all or nothing; an older `seq` changes nothing.
   * A line takes the place of an earlier one of the same board and case. Steps of a board are taken in the order they
   * are asked for, also without waiting in between; one that failed must be asked for again before the next. Rejects with a RangeError for a line of
   * another board, and for two lines of one case.
   */
  apply(board: string, seq: number, lines: readonly QueueLine[]): Promise<void>;
  /** Up to which journal entry of the board the index speaks, 0 for never. */
  appliedSeq(board: string): Promise<number>;
  /** Forgets all lines of a board, and up to where they spoke. */
  remove(board: string): Promise<void>;
  /** Open lines of a school, longest waiting first, then by board and case. */
  openOf(school: string): Promise<QueueLine[]>;
  /** Lines of a school that went back to their author and have not come again, in the same order. */
  returnedOf(school: string): Promise<QueueLine[]>;
  /** Approved and rejected lines of an author, over all boards, in order of their last change. */
  decidedOf(author: string): Promise<QueueLine[]>;
  /** How many lines of a school have this status since that moment or later, ms since 1970. */
  countSince(school: string, status: QueueLine['status'], since: number): Promise<number>;
}
