import { postFreeze, postStop } from '@bridgeboard/protocol';
import { useMutation } from '@tanstack/react-query';

import { useT } from '../../../i18n/translate.ts';
import { actNow } from '../../../lib/act-now.ts';
import { call } from '../../../lib/api-client.ts';
import { failureCode } from '../../../lib/call-failed.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { showToast } from '../../../ui/show-toast.tsx';
import { useBoard } from '../board-context.ts';

/** What a teacher does to the whole board in one tap, and takes back in another. */
export interface LessonActs {
  freeze(frozen: boolean): void;
  stop(stopped: boolean): void;
}

export function useLessonActs(): LessonActs {
  const t = useT();
  const { boardId: board } = useBoard();
  const { mutate } = useMutation({
    ...actNow,
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => {
      // Whose stop it is cannot be told apart in the answer: that it is not the own school's is what there is to say.
      const isOthers = failureCode(error) === 'FORBIDDEN';
      showToast({ tone: 'problem', text: isOthers ? t('board.stop.others') : describeFailure(error, t) }, 'lesson');
    },
  });
  const acts: LessonActs = {
    freeze: (frozen) =>
      mutate(async () => {
        await call(postFreeze, { params: { board }, body: { whom: { all: true }, frozen } });
        const text = t(frozen ? 'board.freeze.done' : 'board.freeze.over');
        showToast({ text, onUndo: () => acts.freeze(!frozen) }, 'lesson');
      }),
    stop: (stopped) =>
      mutate(async () => {
        await call(postStop, { params: { board }, body: { stopped } });
        const text = t(stopped ? 'board.stop.done' : 'board.stop.over');
        showToast({ text, onUndo: () => acts.stop(!stopped) }, 'lesson');
      }),
  };
  return acts;
}
