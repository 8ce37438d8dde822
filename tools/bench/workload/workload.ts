/** What everybody does at once, and for how long. */
export interface Workload {
  /** Sessions on the one board, split evenly over two schools; each moves its pointer. */
  readonly sessions: number;
  /** How many of them draw at any moment. */
  readonly drawers: number;
  readonly perSecond: number;
  readonly stepsPerStroke: number;
  /** Steps that a drawer rests between two strokes; with a rest, more people take turns so that as many draw at once. */
  readonly pauseSteps: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  /** How long after the end a probe may still receive what was drawn. */
  readonly settleMs: number;
}

/** Decisions, section 5: everybody moves at 20 Hz, drawers draw at 20 Hz, a new stroke after 4 s. */
export const definedWorkload: Workload = {
  sessions: 60,
  drawers: 20,
  perSecond: 20,
  stepsPerStroke: 80,
  pauseSteps: 0,
  warmUpMs: 5_000,
  measuredMs: 15_000,
  settleMs: 2_000,
};

/** How many people draw in turns so that `drawers` of them do so at once. */
export function peopleWhoDraw({ drawers, stepsPerStroke, pauseSteps }: Workload): number {
  return Math.round((drawers * (stepsPerStroke + pauseSteps)) / stepsPerStroke);
}
