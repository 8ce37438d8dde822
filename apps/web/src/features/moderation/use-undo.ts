import { useState } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { usePostUndos } from './queue-api.ts';
import type { CaseRef, Outcomes } from './queue-api.ts';

export type Undo = {
  readonly canUndo: boolean;
  /** Notes what one decision was about as the latest that can be taken back. */
  readonly remember: (cases: readonly CaseRef[]) => void;
  readonly undo: (cases: readonly CaseRef[]) => void;
  readonly undoLast: () => void;
};

/** Takes decisions of this visit back, the latest first, each with all that it was about. The server decides whether it still can. */
export function useUndo(onUndone: (cases: readonly CaseRef[]) => void): Undo {
  const t = useT();
  const post = usePostUndos();
  const [history, setHistory] = useState<readonly (readonly CaseRef[])[]>([]);
  const without = (cases: readonly CaseRef[], before: typeof history): typeof history => {
    const gone = new Set(cases.map((one) => one.case));
    return before.map((one) => one.filter((that) => !gone.has(that.case))).filter((one) => one.length > 0);
  };
  function undo(cases: readonly CaseRef[]): void {
    setHistory((before) => without(cases, before));
    const id = toastOf(cases);
    const tellFailure = (reason: unknown): void =>
      showToast({ tone: 'problem', text: describeFailure(reason, t) }, `${id} undo`);
    const onSettled = ({ done, failed }: Outcomes<CaseRef>): void => {
      if (done.length > 0) {
        onUndone(done);
        showToast({ text: t('queue.undone') }, id);
      }
      const [reason] = failed.values();
      if (failed.size > 0) tellFailure(reason);
    };
    void post.mutateAsync(cases).then(onSettled, tellFailure);
  }
  const last = history.at(-1);
  return {
    canUndo: last !== undefined,
    remember: (cases) => setHistory((before) => [...without(cases, before), cases]),
    undo,
    undoLast: () => last !== undefined && undo(last),
  };
}

/** What was decided together is told of in one place. */
export function toastOf(cases: readonly CaseRef[]): string {
  return cases[0]?.case ?? '';
}
