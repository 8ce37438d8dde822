import { mostRecordsNamed, postFreeze, postHide, postHidePerson, postRewind, postSuspend } from '@bridgeboard/protocol';
import type { Author } from '@bridgeboard/protocol';
import { useMutation } from '@tanstack/react-query';

import { useT } from '../../../../i18n/translate.ts';
import type { Translate } from '../../../../i18n/translate.ts';
import { actNow } from '../../../../lib/act-now.ts';
import { call } from '../../../../lib/api-client.ts';
import { describeFailure } from '../../../../lib/describe-failure.ts';
import { isolate } from '../../../../lib/isolate.ts';
import { countOf } from '../../../../lib/rewind-counts.tsx';
import { showToast } from '../../../../ui/show-toast.tsx';
import { useBoard } from '../../board-context.ts';

/** What staff do about a piece and whoever made it. Each says what was done, with the way back, or why it was not. */
export interface PieceActs {
  hide(records: readonly string[], hidden: boolean): void;
  hideAll(author: Author): void;
  /** Brings back what of somebody's is put away and named here. */
  bringBack(author: Author, records: readonly string[]): void;
  freeze(author: Author, frozen: boolean): void;
  suspend(author: Author, suspended: boolean): void;
  rewind(author: Author, minutes: number): void;
}

/** One toast for all of them: the newest act is the one to take back. */
const toastId = 'piece';

/** What an act needs: where it is done, and how it is said. */
interface Desk {
  readonly t: Translate;
  readonly board: string;
  readonly you: Author;
  readonly run: (act: () => Promise<unknown>) => void;
}

/** The acts, each done at once or said to be not done. */
export function usePieceActs(): PieceActs {
  const t = useT();
  const { boardId: board, you } = useBoard();
  const { mutate: run } = useMutation({
    ...actNow,
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }, toastId),
  });
  const desk: Desk = { t, board, you, run };
  return { ...puttingAway(desk), ...actsOnPupils(desk), rewind: rewinding(desk) };
}

function told(text: string, onUndo: () => void): void {
  showToast({ text, onUndo }, toastId);
}

function puttingAway({ t, board, run }: Desk): Pick<PieceActs, 'hide' | 'hideAll' | 'bringBack'> {
  const acts: Pick<PieceActs, 'hide' | 'hideAll' | 'bringBack'> = {
    hide: (records, hidden) =>
      run(async () => {
        for (const record of records) await call(postHide, { params: { board, record }, body: { hidden } });
        told(t(hidden ? 'board.piece.hidden' : 'board.piece.shown'), () => acts.hide(records, !hidden));
      }),
    hideAll: (author) =>
      run(async () => {
        const params = { board, author: author.key };
        const { records } = await call(postHidePerson, { params, body: { bringBack: null } });
        const values = { name: isolate(author.label), count: records.length };
        told(t('board.piece.allHidden', values), () => acts.bringBack(author, records));
      }),
    bringBack: (author, records) =>
      run(async () => {
        const params = { board, author: author.key };
        for (let from = 0; from < records.length; from += mostRecordsNamed) {
          const bringBack = records.slice(from, from + mostRecordsNamed);
          await call(postHidePerson, { params, body: { bringBack } });
        }
        told(t('board.piece.allShown', { name: isolate(author.label) }), () => acts.hideAll(author));
      }),
  };
  return acts;
}

function actsOnPupils({ t, board, run }: Desk): Pick<PieceActs, 'freeze' | 'suspend'> {
  const acts: Pick<PieceActs, 'freeze' | 'suspend'> = {
    freeze: (author, frozen) =>
      run(async () => {
        await call(postFreeze, { params: { board }, body: { whom: { author: author.key }, frozen } });
        const text = t(frozen ? 'board.piece.frozen' : 'board.piece.unfrozen', { name: isolate(author.label) });
        told(text, () => acts.freeze(author, !frozen));
      }),
    suspend: (author, suspended) =>
      run(async () => {
        await call(postSuspend, { params: { board, author: author.key }, body: { suspended } });
        const text = t(suspended ? 'board.piece.suspended' : 'board.piece.unsuspended', {
          name: isolate(author.label),
        });
        told(text, () => acts.suspend(author, !suspended));
      }),
  };
  return acts;
}

function rewinding({ t, board, you, run }: Desk): PieceActs['rewind'] {
  return ({ key, label }, minutes) =>
    run(async () => {
      const name = isolate(label);
      const { counts, at } = await call(postRewind, { params: { board, author: key }, body: { minutes } });
      const undo = async (): Promise<void> => {
        // Taking back what one did in that very moment is taking the rewind back.
        await call(postRewind, { params: { board, author: you.key }, body: { from: at, to: at } });
        showToast({ text: t('board.rewind.undone', { name }) }, toastId);
      };
      told(t('board.rewind.done', { name, count: countOf(counts) }), () => run(undo));
    });
}
