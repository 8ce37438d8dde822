/** Counts of what happened in a history, to be added up over histories. */
export interface Figures {
  readonly steps: number;
  readonly entries: number;
  /** Acts that were begun in parts, and those of them whose commit the store has (P32). */
  readonly begunInParts: number;
  readonly keptInParts: number;
  readonly acknowledged: number;
  readonly messagesChecked: number;
  readonly viewsCompared: number;
  /** Pictures in drawings, each looked at for whether its reader may see it. */
  readonly picturesDrawn: number;
  /** Different states that the board was in. */
  readonly states: number;
  /** The longest time, in ms of a world, from the end of all trouble until everybody was live with nothing pending. */
  readonly longestHealMs: number;
  /** How often each operation met each trouble of its tab, under each mode of the board: `operation · mode · trouble`. */
  readonly met: Readonly<Record<string, number>>;
}

export const noFigures: Figures = {
  steps: 0,
  entries: 0,
  begunInParts: 0,
  keptInParts: 0,
  acknowledged: 0,
  messagesChecked: 0,
  viewsCompared: 0,
  picturesDrawn: 0,
  states: 0,
  longestHealMs: 0,
  met: {},
};

export function addFigures(a: Figures, b: Figures): Figures {
  const met: Record<string, number> = { ...a.met };
  for (const [name, times] of Object.entries(b.met)) met[name] = (met[name] ?? 0) + times;
  return {
    steps: a.steps + b.steps,
    entries: a.entries + b.entries,
    begunInParts: a.begunInParts + b.begunInParts,
    keptInParts: a.keptInParts + b.keptInParts,
    acknowledged: a.acknowledged + b.acknowledged,
    messagesChecked: a.messagesChecked + b.messagesChecked,
    viewsCompared: a.viewsCompared + b.viewsCompared,
    picturesDrawn: a.picturesDrawn + b.picturesDrawn,
    states: a.states + b.states,
    longestHealMs: Math.max(a.longestHealMs, b.longestHealMs),
    met,
  };
}
