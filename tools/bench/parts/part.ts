/** One part of the full run beside the fan-out table. */
export interface Part {
  /** As `--only` names it. */
  readonly name: string;
  readonly title: string;
  /** How it is measured, in a sentence or two; the same in every report. */
  readonly method: string;
  run(): Promise<PartResult>;
}

export interface PartResult {
  /** For programs: stands under the part's name in the JSON. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
}
