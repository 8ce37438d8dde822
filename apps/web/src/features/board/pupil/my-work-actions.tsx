import type { CaseView, WorkPiece } from '@bridgeboard/protocol';
import { Copy, Pencil, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useValue } from 'tldraw';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/show-toast.tsx';
import { useBoard } from '../board-context.ts';
import { makeAgain, whatIsLeft } from '../work/make-again.ts';
import { showCase, takeUpAgain } from './take-up-again.ts';

type MyWorkActionsProps = {
  readonly editor: Editor;
  readonly piece: WorkPiece;
  /** Something on the board is looked at now, and the list would stand before it. */
  readonly onDone: () => void;
};

/** What its author can do with a piece: change it, use it again, or find it on the board. */
export function MyWorkActions({ editor, piece, onDone }: MyWorkActionsProps): ReactNode {
  const t = useT();
  const { session, remarks } = useBoard();
  const isReadonly = useValue('is readonly', () => editor.getIsReadonly(), [editor]);
  const notNow = isReadonly ? t('board.myWork.notNow') : undefined;
  const known = session.cases.value.get(piece.case) ?? null;
  if (piece.isPutAway) return null;
  if (piece.status === 'rejected') {
    if (!whatIsLeft(piece, session).some(({ typeName }) => typeName === 'shape')) return null;
    const use = (): void => {
      onDone();
      if (makeAgain(editor, session, piece)) showToast({ text: t('board.myWork.againDone') }, `again-${piece.case}`);
    };
    return (
      <div>
        <Button icon={Copy} size="touch" unavailable={notNow} onClick={use}>
          {t('board.myWork.again')}
        </Button>
      </div>
    );
  }
  const about = aboutOf(known, session);
  const show = (act: (on: Editor, one: CaseView) => unknown): void => {
    onDone();
    if (known === null) return;
    act(editor, known);
    if (about !== undefined) remarks.card.set({ piece: about, at: 'list' });
  };
  const isReturned = piece.status === 'returned';
  return (
    <div>
      {isReturned ? (
        <Button
          icon={Pencil}
          size="touch"
          unavailable={notNow}
          onClick={() => show((on, one) => takeUpAgain(on, session, one))}
        >
          {t('board.returned.change')}
        </Button>
      ) : (
        <Button look="plain" icon={Search} size="touch" onClick={() => show((on, one) => showCase(on, session, one))}>
          {t('board.myWork.show')}
        </Button>
      )}
    </div>
  );
}

/** The piece that something is said about in a case. */
function aboutOf(known: CaseView | null, session: ReturnType<typeof useBoard>['session']): string | undefined {
  const about = known?.records.map((id) => session.records.get(id)?.['about']).find((id) => typeof id === 'string');
  return typeof about === 'string' ? about : undefined;
}
