import type { QueueItem, Verdict } from '@bridgeboard/protocol';
import { useState } from 'react';

import type { MessageId } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { usePostDecision } from './queue-api.ts';
import type { Decision } from './queue-api.ts';
import type { Decided } from './use-decided.ts';
import type { Undo } from './use-undo.ts';

const doneIds: Readonly<Record<Verdict, MessageId>> = {
  board: 'queue.done.board',
  school: 'queue.done.school',
  return: 'queue.done.return',
  reject: 'queue.done.reject',
};

/** Why a decision was not taken, in words, and about which case. */
export type Notice = { readonly caseId: string; readonly text: string };

export type Decide = {
  readonly decide: (decision: Decision) => void;
  readonly notice: Notice | undefined;
  /** Says that the content changed under the reader's eyes, and decides nothing. */
  readonly tellChanged: (item: QueueItem) => void;
};

type DecideParts = {
  readonly decided: Decided;
  readonly undo: Undo;
  /** The case is back in the list and has to be looked at again. */
  readonly onRefused: (caseId: string) => void;
};

/** Takes a decision. What is decided leaves the list at once and comes back if the server refuses. */
export function useDecide(boardId: string, { decided, undo, onRefused }: DecideParts): Decide {
  const t = useT();
  const post = usePostDecision(boardId);
  const [notice, setNotice] = useState<Notice>();
  function decide(decision: Decision): void {
    const { item, verdict } = decision;
    setNotice(undefined);
    decided.add(item);
    const onSuccess = (): void => {
      undo.remember(item.case);
      const text = t(doneIds[verdict], { name: item.author, school: item.school.shortName });
      showToast({ text, onUndo: () => undo.undo(item.case) }, item.case);
    };
    const onError = (error: Error): void => {
      decided.remove(item.case);
      // Somebody else of the school was quicker: the case is gone, and there is nothing left to put right.
      if (failureCode(error) === 'NOT_FOUND') {
        showToast({ tone: 'problem', text: t('queue.alreadyDecided', { name: item.author }) });
        return;
      }
      setNotice({ caseId: item.case, text: describeFailure(error, t) });
      onRefused(item.case);
    };
    // As a promise: of several decisions on their way, each is answered, not the last alone.
    void post.mutateAsync(decision).then(onSuccess, onError);
  }
  const tellChanged = ({ case: caseId }: QueueItem): void =>
    setNotice({ caseId, text: t('error.CHANGED_SINCE_REVIEW') });
  return { decide, notice, tellChanged };
}
