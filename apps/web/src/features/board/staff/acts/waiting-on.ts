import type { CaseView } from '@bridgeboard/protocol';

/** What waits for a decision on pieces of the board. */
export interface WaitingOn {
  /** What can be decided now, with the hash that names what is looked at. */
  readonly cases: readonly (CaseView & { readonly hash: string })[];
  /** Still being drawn: nothing can be decided on it yet. */
  readonly isDrawing: boolean;
  /** How much else is decided with it, because it was made in one go. */
  readonly others: number;
}

/** The cases in which these records wait, or null where none of them does. */
export function waitingOn(cases: Iterable<CaseView>, records: readonly string[]): WaitingOn | null {
  const looked = new Set(records);
  const open = [...cases].filter(
    (one) => (one.status === 'drawing' || one.hash !== undefined) && one.records.some((record) => looked.has(record)),
  );
  if (open.length === 0) return null;
  const decidable = open.flatMap((one) =>
    one.hash === undefined || one.status === 'drawing' ? [] : [{ ...one, hash: one.hash }],
  );
  const all = new Set(decidable.flatMap((one) => one.records).filter((id) => /^(?:shape|comment|reaction):/.test(id)));
  return {
    cases: decidable,
    isDrawing: decidable.length === 0,
    others: [...all].filter((id) => !looked.has(id)).length,
  };
}
