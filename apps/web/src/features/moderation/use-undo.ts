import { useState } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { usePostUndo } from './queue-api.ts';

export type Undo = {
  readonly canUndo: boolean;
  /** Notes a decision as the latest that can be taken back. */
  readonly remember: (caseId: string) => void;
  readonly undo: (caseId: string) => void;
  readonly undoLast: () => void;
};

/** Takes decisions of this visit back, the latest first. The server decides whether it still can. */
export function useUndo(boardId: string, onUndone: (caseId: string) => void): Undo {
  const t = useT();
  const post = usePostUndo(boardId);
  const [history, setHistory] = useState<readonly string[]>([]);
  function undo(caseId: string): void {
    setHistory((before) => before.filter((done) => done !== caseId));
    const onSuccess = (): void => {
      onUndone(caseId);
      showToast({ text: t('queue.undone') }, caseId);
    };
    const onError = (error: Error): void => showToast({ tone: 'problem', text: describeFailure(error, t) }, caseId);
    void post.mutateAsync(caseId).then(onSuccess, onError);
  }
  const last = history.at(-1);
  return {
    canUndo: last !== undefined,
    remember: (caseId) => setHistory((before) => [...before.filter((done) => done !== caseId), caseId]),
    undo,
    undoLast: () => last !== undefined && undo(last),
  };
}
