import { useCallback, useEffect, useRef, useState } from 'react';

/** Rows that come and go while somebody scrolls are taken together for so long. */
const restMs = 120;

/** Notes which rows of a list are on the page. */
export type InSight = {
  readonly cases: ReadonlySet<string>;
  /** A row is there; the answer says that it has gone. */
  readonly watch: (caseId: string) => () => void;
};

export function useInSight(): InSight {
  const seen = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [cases, setCases] = useState<ReadonlySet<string>>(new Set());
  const tellSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setCases(new Set(seen.current));
    }, restMs);
  }, []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  const watch = useCallback(
    (caseId: string) => {
      seen.current.add(caseId);
      tellSoon();
      return () => {
        seen.current.delete(caseId);
        tellSoon();
      };
    },
    [tellSoon],
  );
  return { cases, watch };
}
