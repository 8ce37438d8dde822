import type { ConcernOutcome, TextMark } from '@bridgeboard/protocol';

/** What a report counts, without names: things that were decided, with the moment, and how long each case that is known had waited. */
export interface TermFacts {
  readonly timeZone: string;
  readonly decided: readonly { readonly at: number; readonly what: 'board' | 'school' | 'return' | 'reject' }[];
  readonly waits: readonly { readonly decidedAt: number; readonly waitedMs: number }[];
  /** Reports of concern: when each came in, and what the school came to; null while it is open. */
  readonly concerns: readonly { readonly at: number; readonly outcome: ConcernOutcome | null }[];
  readonly consentsTakenBack: readonly number[];
  /** Cases in which the text check found something, and what staff made of them. */
  readonly marked: readonly {
    readonly found: readonly TextMark[];
    readonly status: 'approved' | 'returned' | 'rejected' | 'open';
  }[];
}

/** What became of the cases in which the text check found one thing. */
export interface MarkOfReport {
  readonly mark: TextMark;
  readonly approved: number;
  /** Sent back, and not come again. */
  readonly returned: number;
  readonly rejected: number;
  readonly open: number;
}

/** One month of a school's own calendar. */
export interface MonthOfReport {
  /** `2026-11` */
  readonly month: string;
  readonly board: number;
  readonly school: number;
  readonly return: number;
  readonly reject: number;
  /** Null where nothing was decided that is still known. */
  readonly medianWaitMs: number | null;
  readonly concerns: number;
  readonly consentsTakenBack: number;
}

export interface TermReport {
  readonly months: readonly MonthOfReport[];
  readonly outcomes: Readonly<Partial<Record<ConcernOutcome | 'open', number>>>;
  /** By kind, and words by list; a case in which several things were found counts with each. */
  readonly marks: readonly MarkOfReport[];
}

/** The figures of a school's yearly review (SG-28), month by month; a month in which nothing happened is left out. */
export function termReport(facts: TermFacts): TermReport {
  const { timeZone, decided, waits, concerns, consentsTakenBack } = facts;
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  const monthOf = (at: number): string => calendar.format(at);
  const moments = [
    ...decided.map(({ at }) => at),
    ...concerns.map(({ at }) => at),
    ...waits.map(({ decidedAt }) => decidedAt),
    ...consentsTakenBack,
  ];
  const months = [...new Set(moments.map(monthOf))].toSorted().map((month): MonthOfReport => {
    const isIn = (at: number): boolean => monthOf(at) === month;
    const own = decided.filter(({ at }) => isIn(at));
    const count = (what: (typeof own)[number]['what']): number => own.filter((one) => one.what === what).length;
    return {
      month,
      board: count('board'),
      school: count('school'),
      return: count('return'),
      reject: count('reject'),
      medianWaitMs: median(waits.filter(({ decidedAt }) => isIn(decidedAt)).map(({ waitedMs }) => waitedMs)),
      concerns: concerns.filter(({ at }) => isIn(at)).length,
      consentsTakenBack: consentsTakenBack.filter(isIn).length,
    };
  });
  const outcomes: Partial<Record<ConcernOutcome | 'open', number>> = {};
  for (const { outcome } of concerns) outcomes[outcome ?? 'open'] = (outcomes[outcome ?? 'open'] ?? 0) + 1;
  return { months, outcomes, marks: marksOf(facts.marked) };
}

function marksOf(marked: TermFacts['marked']): MarkOfReport[] {
  const marks = new Set(marked.flatMap(({ found }) => found));
  return [...marks].toSorted().map((mark) => {
    const own = marked.filter(({ found }) => found.includes(mark));
    const count = (status: (typeof own)[number]['status']): number => own.filter((one) => one.status === status).length;
    return {
      mark,
      approved: count('approved'),
      returned: count('returned'),
      rejected: count('rejected'),
      open: count('open'),
    };
  });
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
