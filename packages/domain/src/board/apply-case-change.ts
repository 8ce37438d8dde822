import type { Change, Fields } from '@bridgeboard/protocol';
import { burstKey, type BoardState, type ReviewCase, type Slot } from './board-state.ts';
import type { Moment } from './moment.ts';

type CaseChange = Extract<Change, { kind: 'case-edited' | 'case-decided' | 'case-reopened' }>;

const stateAfter = { board: 'approved', school: 'approved', return: 'returned', reject: 'rejected' } as const;

/** The part of `applyChange` that concerns review cases: an event log whose events set the status in this one switch. */
export function applyCaseChange(state: BoardState, step: { change: CaseChange; fields: Fields }, moment: Moment): void {
  const { change } = step;
  const known = state.cases.get(change.case);
  switch (change.kind) {
    case 'case-edited':
      putCase(state, edited(known, change, moment));
      // What a decision or an undo adds to a case must not end a burst that its author draws elsewhere.
      if (!known || change.anew) state.bursts.set(burstKey(change.author, change.page), change.case);
      return;
    case 'case-decided': {
      if (!known) return;
      const note = typeof step.fields['note'] === 'string' ? step.fields['note'] : undefined;
      const before = known.records.map((id) => state.slots.get(id)).filter((slot): slot is Slot => slot !== undefined);
      const { seq, at } = moment;
      const decision = { by: change.by, verdict: change.verdict, note, seq, at, before };
      putCase(state, { ...known, state: stateAfter[change.verdict], decision });
      return;
    }
    case 'case-reopened':
      if (known) putCase(state, { ...known, state: 'open', decision: null });
  }
}

/** Replaces a case and notes that it changed. */
export function putCase(state: BoardState, reviewCase: ReviewCase): void {
  state.cases.set(reviewCase.id, reviewCase);
  state.touched.cases.add(reviewCase.id);
}

function edited(
  known: ReviewCase | undefined,
  change: Extract<Change, { kind: 'case-edited' }>,
  moment: Moment,
): ReviewCase {
  const { at } = moment;
  if (!known) {
    const { author, school, page, records } = change;
    return {
      id: change.case,
      author,
      school,
      page,
      records,
      openedAt: at,
      burstAt: at,
      changedAt: at,
      state: 'open',
      decision: null,
    };
  }
  return {
    ...known,
    records: [...new Set([...known.records, ...change.records])],
    burstAt: change.anew ? at : known.burstAt,
    changedAt: at,
    state: 'open',
  };
}
