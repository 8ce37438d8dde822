import { postDecision, postUndoDecision } from '@bridgeboard/protocol';
import type { Verdict } from '@bridgeboard/protocol';
import { useMutation } from '@tanstack/react-query';
import { Check, GraduationCap, Reply, X } from 'lucide-react';

import { useT } from '../../../../i18n/translate.ts';
import { actNow } from '../../../../lib/act-now.ts';
import { call } from '../../../../lib/api-client.ts';
import { describeFailure } from '../../../../lib/describe-failure.ts';
import { isolate } from '../../../../lib/isolate.ts';
import type { MenuItem } from '../../../../ui/menu.tsx';
import { showToast } from '../../../../ui/show-toast.tsx';
import { useBoard } from '../../board-context.ts';
import { schoolOf } from '../../people-words.ts';
import { useObservable } from '../../use-observable.ts';
import type { Piece } from './piece.ts';
import { waitingOn } from './waiting-on.ts';
import type { WaitingOn } from './waiting-on.ts';

const toastId = 'piece-decision';

/** A decision on what waits on a piece. */
export type DecidePiece = (about: { piece: Piece; waiting: WaitingOn; verdict: Verdict; note?: string }) => void;

/** What waits on a piece that is selected, as its school's staff may decide it; null where nothing does. */
export function useWaitingOn({ records }: Piece): WaitingOn | null {
  const { session } = useBoard();
  return waitingOn(useObservable(session.cases).values(), records);
}

/** Decides on what waits on a piece, as the queue does, and says what was done, with the way back. */
export function useDecidePiece(): DecidePiece {
  const t = useT();
  const { boardId: board, schools } = useBoard();
  const { mutate: run } = useMutation({
    ...actNow,
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }, toastId),
  });
  return ({ piece, waiting, verdict, note }) => {
    const name = isolate(piece.author.label);
    const school = schoolOf(piece.author, schools)?.shortName ?? '';
    const undo = async (): Promise<void> => {
      for (const one of waiting.cases) await call(postUndoDecision, { params: { board, case: one.id } });
      showToast({ text: t('queue.undone') }, toastId);
    };
    run(async () => {
      for (const { id, hash } of waiting.cases) {
        const body = { verdict, hash, ...(note === undefined || note === '' ? {} : { note }) };
        await call(postDecision, { params: { board, case: id }, body });
      }
      const text = t(`queue.done.${verdict}`, { name, school });
      showToast({ text, onUndo: () => run(undo) }, toastId);
    });
  };
}

/** The decisions as lines of the piece's menu, with the queue's letters. */
export function useDeciding(piece: Piece, onSendBack: () => void): MenuItem[] {
  const t = useT();
  const { schools } = useBoard();
  const waiting = useWaitingOn(piece);
  const decide = useDecidePiece();
  if (waiting === null) return [];
  const { cases, isDrawing, others } = waiting;
  const note = isDrawing ? t('queue.stillDrawing') : t('board.piece.together', { count: others });
  const shared = { disabled: isDrawing, ...(isDrawing || others > 0 ? { note } : {}) };
  const take = (verdict: Verdict) => (): void => decide({ piece, waiting, verdict });
  const approve: MenuItem = {
    ...shared,
    id: 'approve',
    letter: 'A',
    label: t('queue.approve', { schools: schools.length }),
    icon: Check,
    onSelect: take('board'),
  };
  // What is out for the school already can only go on to the board.
  if (!isDrawing && cases.every(({ status }) => status === 'approved')) return [approve];
  const { disabled } = shared;
  const school = {
    id: 'only-school',
    letter: 'C',
    label: t('queue.onlySchool'),
    icon: GraduationCap,
    onSelect: take('school'),
  };
  const back = { id: 'send-back', letter: 'S', label: t('queue.sendBack'), icon: Reply, onSelect: onSendBack };
  const reject = { id: 'reject', letter: 'R', label: t('queue.reject'), icon: X, onSelect: take('reject') };
  // What everybody sees already is looked at afterwards (MOD2): it stays, or goes.
  const rest = piece.stamp.reach === 'board' ? [back, reject] : [school, back, reject];
  return [approve, ...rest.map((item) => ({ ...item, disabled }))];
}
