import type { CaseView } from '@bridgeboard/protocol';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { showToast } from '../../../ui/show-toast.tsx';
import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';

/** Tells a pupil in plain words when a teacher has decided on own work. Shows nothing itself. */
export function AnswersToWork({ editor }: { readonly editor: Editor | null }): null {
  const t = useT();
  const { session } = useBoard();
  const cases = useObservable(session.cases);
  const known = useRef<ReadonlyMap<string, CaseView>>(cases);
  const isInSight = useEffectEvent(
    (page: string, records: readonly string[]) =>
      page === editor?.getCurrentPageId() && records.some((id) => id.startsWith('shape:')),
  );
  useEffect(() => {
    for (const { id, status, page, records } of cases.values()) {
      const before = known.current.get(id)?.status;
      if (before === undefined || before === status) continue;
      if (status === 'approved') showToast({ text: t('board.answer.approved') }, `case-${id}`);
      // Of what stood on this page there is a card where it stood.
      if (status === 'rejected' && !isInSight(page, records))
        showToast({ tone: 'note', text: t('board.answer.rejected') }, `case-${id}`);
      if (status === 'returned') showToast({ tone: 'note', text: t('board.answer.returned') }, `case-${id}`);
    }
    known.current = cases;
  }, [cases, t]);
  return null;
}
