import { useCallback, useEffect, useRef, useState } from 'react';

/** Content of a case that changed while it was looked at counts as unseen for so long. */
const unseenMs = 1_000;

/** What is chosen among: pieces by name, and what is in them. */
type Named = { readonly case: string; readonly hash: string };

export type Selection<T extends Named> = {
  readonly current: T | undefined;
  readonly position: number;
  readonly select: (caseId: string) => void;
  readonly selectNext: () => void;
  /** True right after the current case changed under the reader's eyes. */
  readonly hasJustChanged: () => boolean;
};

/** Which case is looked at. When it leaves the list, the one that took its place is next, so the place is never lost. */
export function useSelection<T extends Named>(items: readonly T[]): Selection<T> {
  const [place, setPlace] = useState({ caseId: '', position: 0 });
  const found = items.findIndex((item) => item.case === place.caseId);
  const position = found >= 0 ? found : Math.max(0, Math.min(place.position, items.length - 1));
  const current = items[position];
  // The list moves while it is worked through: the place is kept up with it, before anything is painted.
  if (current !== undefined && (current.case !== place.caseId || position !== place.position)) {
    setPlace({ caseId: current.case, position });
  }
  const select = (caseId: string): void => setPlace({ caseId, position });
  const next = items[(position + 1) % Math.max(1, items.length)];
  return {
    current,
    position,
    select,
    selectNext: () => next !== undefined && select(next.case),
    hasJustChanged: useChangeWatch(current),
  };
}

/** Tells whether the content of the case that is looked at changed a moment ago. */
function useChangeWatch(current: Named | undefined): () => boolean {
  const shown = useRef({ caseId: '', hash: '', changedAt: 0 });
  const { case: caseId = '', hash = '' } = current ?? {};
  useEffect(() => {
    const hasChanged = shown.current.caseId === caseId && shown.current.hash !== hash;
    shown.current = { caseId, hash, changedAt: hasChanged ? Date.now() : 0 };
  }, [caseId, hash]);
  return useCallback(() => Date.now() - shown.current.changedAt < unseenMs, []);
}
