import type { QueueItem, Verdict } from '@bridgeboard/protocol';
import { useState } from 'react';

import type { MessageId } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { usePostDecisions } from './queue-api.ts';
import type { Decisions } from './queue-api.ts';
import type { Decided } from './use-decided.ts';
import { toastOf } from './use-undo.ts';
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
  readonly decide: (decision: Decisions) => void;
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
export function useDecide({ decided, undo, onRefused }: DecideParts): Decide {
  const t = useT();
  const post = usePostDecisions();
  const [notice, setNotice] = useState<Notice>();
  function tellDone(done: readonly QueueItem[], verdict: Verdict): void {
    const [first] = done;
    if (first === undefined) return;
    const cases = done.map(({ board, case: id }) => ({ board, case: id }));
    undo.remember(cases);
    const values = { name: first.author, school: first.school.shortName, count: done.length };
    const text = done.length > 1 ? t('queue.batch.done', values) : t(doneIds[verdict], values);
    showToast({ text, onUndo: () => undo.undo(cases) }, toastOf(cases));
  }
  function tellRefused(item: QueueItem, reason: unknown): void {
    decided.remove(item.case);
    // Somebody else of the school was quicker: the case is gone, and there is nothing left to put right.
    if (failureCode(reason) === 'NOT_FOUND') {
      showToast({ tone: 'problem', text: t('queue.alreadyDecided', { name: item.author }) });
      return;
    }
    setNotice({ caseId: item.case, text: describeFailure(reason, t) });
    onRefused(item.case);
  }
  function decide(decision: Decisions): void {
    setNotice(undefined);
    for (const item of decision.items) decided.add(item);
    // As a promise: of several decisions on their way, each is answered, not the last alone.
    void post.mutateAsync(decision).then(({ done, failed }) => {
      tellDone(done, decision.verdict);
      for (const [item, reason] of failed) tellRefused(item, reason);
    });
  }
  const tellChanged = ({ case: caseId }: QueueItem): void =>
    setNotice({ caseId, text: t('error.CHANGED_SINCE_REVIEW') });
  return { decide, notice, tellChanged };
}
