/** Begins the line that a server under watch writes about itself. */
export const selfReportMark = 'bench self-report: ';

/** What a server under watch says of itself. */
export interface SelfReport {
  /** The longest that its event loop stood still since the report before, in ms. */
  readonly longestStallMs: number;
  /** Live objects and buffers after a collection of garbage. */
  readonly heapBytes: number;
  readonly residentBytes: number;
}
