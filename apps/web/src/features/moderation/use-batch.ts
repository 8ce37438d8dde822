import type { QueueItem } from '@bridgeboard/protocol';
import { useState } from 'react';

/** Several cases that are decided by one decision. */
export type Batch = {
  /** Those of them that can be decided now. */
  readonly items: readonly QueueItem[];
  readonly has: (caseId: string) => boolean;
  /** All that is chosen, also what cannot be decided yet. */
  readonly chosen: ReadonlySet<string>;
  /** Takes a case in or out; `isRange`: with all between it and the one before. */
  readonly toggle: (caseId: string, isRange?: boolean) => void;
  readonly clear: () => void;
};

/** Whether something can be decided now: nothing is drawn at it any more, and what is in it has been told. */
export function canDecide({ status, hash }: Pick<QueueItem, 'status' | 'hash'>): boolean {
  return status !== 'drawing' && hash !== '';
}

/** What is chosen of the cases that are shown. What has left the list is chosen no more. */
export function useBatch(items: readonly QueueItem[]): Batch {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState('');
  return {
    items: items.filter((item) => chosen.has(item.case) && canDecide(item)),
    has: (caseId) => chosen.has(caseId),
    chosen,
    toggle: (caseId, isRange = false) => {
      const ids = items.map((item) => item.case);
      setChosen(toggled(chosen, { ids, caseId, from: isRange ? last : caseId }));
      setLast(caseId);
    },
    clear: () => setChosen(new Set()),
  };
}

/** A range is all taken in or all taken out, as the one that was pressed is. */
export function toggled(
  chosen: ReadonlySet<string>,
  about: { readonly ids: readonly string[]; readonly caseId: string; readonly from: string },
): Set<string> {
  const { ids, caseId, from } = about;
  const after = new Set(chosen);
  const [one, other] = [ids.indexOf(from), ids.indexOf(caseId)];
  const range = one < 0 ? [caseId] : ids.slice(Math.min(one, other), Math.max(one, other) + 1);
  for (const id of range) {
    if (chosen.has(caseId)) after.delete(id);
    else after.add(id);
  }
  return after;
}
