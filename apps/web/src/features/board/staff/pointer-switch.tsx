import { postCursors } from '@bridgeboard/protocol';
import { useMutation } from '@tanstack/react-query';
import { MousePointer2, MousePointer2Off } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { actNow } from '../../../lib/act-now.ts';
import { call } from '../../../lib/api-client.ts';
import { failureCode } from '../../../lib/call-failed.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { showToast } from '../../../ui/show-toast.tsx';
import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';

/** Switches everybody's pointers off, or on again (P31): off as long as any school wants it so. */
export function PointerSwitch(): ReactNode {
  const t = useT();
  const { session, boardId } = useBoard();
  const isOff = useObservable(session.rules)?.cursorsOff ?? false;
  const change = useMutation({
    ...actNow,
    mutationFn: (shown: boolean) => call(postCursors, { params: { board: boardId }, body: { shown } }),
  });
  function turn(shown: boolean): void {
    const stayOff = (): void => showToast({ tone: 'note', text: t('board.pointers.othersOff') }, 'pointers');
    change.mutate(shown, {
      onSuccess: (rules) => shown && rules.cursorsOff && stayOff(),
      onError: (error) => {
        // Whose wish it is cannot be seen here: that it is not the own school's is the answer.
        if (shown && failureCode(error) === 'FORBIDDEN') stayOff();
        else showToast({ tone: 'problem', text: describeFailure(error, t) }, 'pointers');
      },
    });
  }
  return (
    <IconButton
      icon={isOff ? MousePointer2Off : MousePointer2}
      label={t(isOff ? 'board.pointers.show' : 'board.pointers.hide')}
      onClick={() => turn(isOff)}
    />
  );
}
