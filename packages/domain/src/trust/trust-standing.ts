import type { QueueLine, TrustCause, TrustKind, TrustLevel, TrustMark } from '@bridgeboard/protocol';

/** Where a pupil stands for one kind of content, and why. A level of null is as the board says. */
export interface TrustStanding {
  readonly level: TrustLevel | null;
  readonly cause: TrustCause;
  /** Approvals in a row since then. */
  readonly clean: number;
  /** ms since 1970, and who: null where it is nothing yet, or a rule alone. */
  readonly at: number | null;
  readonly by: string | null;
}

/** All that counts for a pupil's trust: marks, and what became of their review cases, in any order. */
export interface TrustHistory {
  readonly marks: readonly TrustMark[];
  readonly judged: readonly Pick<QueueLine, 'status' | 'kinds' | 'changedAt'>[];
  /** How many approvals in a row raise a level; null: none does. */
  readonly after: number | null;
}

const start: TrustStanding = { level: null, cause: 'start', clean: 0, at: null, by: null };

/**
 * TL2, TL3: a level rises by one with so many approvals in a row and falls to the lowest with one rejection. A mark says what holds
 * from its moment on. Pure: the same history gives the same standing, whenever it is asked.
 */
export function trustStanding({ marks, judged, after }: TrustHistory, kind: TrustKind): TrustStanding {
  const mark = marks.findLast((one) => one.kind === kind);
  const begin = mark ? { level: mark.level, cause: mark.cause, clean: 0, at: mark.at, by: mark.by } : start;
  const since = judged.filter((one) => one.kinds.includes(kind) && one.changedAt > (mark?.at ?? -Infinity));
  return since
    .toSorted((one, other) => one.changedAt - other.changedAt)
    .reduce<TrustStanding>((standing, one) => {
      if (one.status === 'rejected') return { ...start, level: 'before', cause: 'rejected', at: one.changedAt };
      return one.status === 'approved' ? afterApproval(standing, { after, at: one.changedAt }) : standing;
    }, begin);
}

const above: Readonly<Record<TrustLevel, TrustLevel>> = { before: 'after', after: 'trusted', trusted: 'trusted' };

function afterApproval(standing: TrustStanding, how: { after: number | null; at: number }): TrustStanding {
  const clean = standing.clean + 1;
  if (how.after === null || clean < how.after || standing.level === 'trusted') return { ...standing, clean };
  return { level: above[standing.level ?? 'before'], cause: 'approvals', clean: 0, at: how.at, by: null };
}
