/** Of the journal entry that a change stands in. */
export interface Moment {
  readonly seq: number;
  readonly at: number;
  /** Person id of whoever did it; empty for the board's own beginning. */
  readonly by: string;
}
