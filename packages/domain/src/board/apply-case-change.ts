import type { Change, Fields, TextMark } from '@bridgeboard/protocol';
import { burstKey, waitsIn, type BoardState, type ReviewCase } from './board-state.ts';
import type { Moment } from './moment.ts';

type CaseChange = Extract<Change, { kind: 'case-edited' | 'case-decided' | 'case-reopened' }>;

const stateAfter = { board: 'approved', school: 'approved', return: 'returned', reject: 'rejected' } as const;

/** The part of `applyChange` that concerns review cases: an event log whose events set the status in this one switch. */
export function applyCaseChange(state: BoardState, step: { change: CaseChange; fields: Fields }, moment: Moment): void {
  const { change } = step;
  const known = state.cases.get(change.case);
  switch (change.kind) {
    case 'case-edited': {
      putCase(state, edited(state, { known, change, moment }));
      const { author, page, afterwards = false } = change;
      // What a decision or an undo adds to a case must not end a burst that its author draws elsewhere.
      if (!known || change.anew) state.bursts.set(burstKey({ author, page, afterwards }), change.case);
      if (afterwards) for (const id of change.records) setCheck(state, id, change.case);
      return;
    }
    case 'case-decided':
      if (known) putCase(state, decided(state, known, { change, fields: step.fields, moment }));
      return;
    case 'case-reopened':
      if (known) putCase(state, { ...known, state: 'open', decision: null });
  }
}

function decided(
  state: BoardState,
  known: ReviewCase,
  step: { change: Extract<Change, { kind: 'case-decided' }>; fields: Fields; moment: Moment },
): ReviewCase {
  const { change, fields } = step;
  const { seq, at } = step.moment;
  const note = typeof fields['note'] === 'string' ? fields['note'] : undefined;
  const before = [...known.records, ...(change.with ?? [])].flatMap((id) => state.slots.get(id) ?? []);
  const decision = { by: change.by, verdict: change.verdict, note, seq, at, before };
  return { ...known, state: stateAfter[change.verdict], decision };
}

/** Replaces a case and notes that it changed. */
export function putCase(state: BoardState, reviewCase: ReviewCase): void {
  state.cases.set(reviewCase.id, reviewCase);
  state.touched.cases.add(reviewCase.id);
}

/** Says in which case a record's released content is looked at. Nobody's view of the record changes by that. */
function setCheck(state: BoardState, id: string, reviewCase: string): void {
  const slot = state.slots.get(id);
  if (slot) state.slots.set(id, { ...slot, check: reviewCase });
}

function edited(
  state: BoardState,
  step: { known: ReviewCase | undefined; change: Extract<Change, { kind: 'case-edited' }>; moment: Moment },
): ReviewCase {
  const { known, change } = step;
  const { at } = step.moment;
  if (!known) {
    const { author, school, page, records } = change;
    const begun = { openedAt: at, burstAt: at, changedAt: at, state: 'open' as const, decision: null };
    return {
      id: change.case,
      author,
      school,
      page,
      records,
      ...begun,
      ...(change.afterwards ? { afterwards: true } : {}),
      ...marks([], change),
    };
  }
  // Where it was decided, what it was about then has no part in what it is about now.
  const isOpen = known.state === 'open' || known.state === 'returned';
  const before = isOpen ? known.records : known.records.filter((id) => waitsIn(state.slots.get(id), known));
  const { found = [], ...rest } = known;
  return {
    ...rest,
    ...marks(isOpen ? found : [], change),
    records: [...new Set([...before, ...change.records])],
    burstAt: change.anew ? at : known.burstAt,
    changedAt: at,
    state: 'open',
  };
}

/** What was found before, and what was found now. */
function marks(
  before: readonly TextMark[],
  { found = [] }: { found?: TextMark[] | undefined },
): Pick<ReviewCase, 'found'> {
  const all = [...new Set([...before, ...found])];
  return all.length > 0 ? { found: all } : {};
}
