/** What a step found, in tests: a static check counts as one. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StepResult extends Tally {
  /** One line for the table: what was checked, or why it did not run. */
  readonly note?: string;
}

/** What steps hand on to later ones. `env` grows: Chromium's path, the test database's address. */
export interface GateContext {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Ends when the gate is told to stop; programs are ended with it. */
  readonly signal: AbortSignal;
  /** Run at the end whatever happened, last added first. */
  readonly cleanups: (() => Promise<void>)[];
}

export interface Step {
  readonly name: string;
  /** Part of `pnpm check`: needs no server, browser or database. */
  readonly isStatic: boolean;
  /** Names of steps without whose success this one cannot mean anything. */
  readonly needs?: readonly string[];
  readonly run: (context: GateContext) => Promise<StepResult>;
}

export function pass(note?: string): StepResult {
  return { passed: 1, failed: 0, skipped: 0, ...(note === undefined ? {} : { note }) };
}

export function fail(note?: string): StepResult {
  return { passed: 0, failed: 1, skipped: 0, ...(note === undefined ? {} : { note }) };
}

export function notRun(note: string): StepResult {
  return { passed: 0, failed: 0, skipped: 1, note };
}
