import { useState } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { usePostUndos } from './queue-api.ts';

export type Undo = {
  readonly canUndo: boolean;
  /** Notes what one decision was about as the latest that can be taken back. */
  readonly remember: (cases: readonly string[]) => void;
  readonly undo: (cases: readonly string[]) => void;
  readonly undoLast: () => void;
};

/** Takes decisions of this visit back, the latest first, each with all that it was about. The server decides whether it still can. */
export function useUndo(boardId: string, onUndone: (cases: readonly string[]) => void): Undo {
  const t = useT();
  const post = usePostUndos(boardId);
  const [history, setHistory] = useState<readonly (readonly string[])[]>([]);
  const without = (cases: readonly string[], before: typeof history): typeof history =>
    before.map((one) => one.filter((id) => !cases.includes(id))).filter((one) => one.length > 0);
  function undo(cases: readonly string[]): void {
    setHistory((before) => without(cases, before));
    const id = toastOf(cases);
    const tellFailure = (reason: unknown): void =>
      showToast({ tone: 'problem', text: describeFailure(reason, t) }, `${id} undo`);
    const onSettled = ({ done, failed }: { done: readonly string[]; failed: ReadonlyMap<string, unknown> }): void => {
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
export function toastOf(cases: readonly string[]): string {
  return cases[0] ?? '';
}
