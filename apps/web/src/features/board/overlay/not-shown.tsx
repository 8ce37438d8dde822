import type { WorkPiece } from '@bridgeboard/protocol';
import { Check, Copy } from 'lucide-react';
import { Direction } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { usePictureTheme } from '../../../lib/use-picture-theme.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { onlyTeacher, slotOf } from '../people-words.ts';
import { useObservable } from '../use-observable.ts';
import { makeAgain, whatIsLeft } from '../work/make-again.ts';
import { useWork, workPicture } from '../work/work-api.ts';
import { besideOf } from './beside.ts';
import type { PageRect } from './join-near.ts';
import styles from './not-shown.module.css';
import { onScreen } from './on-screen.ts';
import returned from './returned-card.module.css';

/** Room that the card takes at least. */
const cardPx = { width: 264, height: 260 } as const;
/** What the server draws around a piece. */
const marginPx = 12;

/** MW4: what was not accepted fades where it stood, with the reason beside it, until its author has read it; `otherwise` where there is nothing such. */
export function NotShown({ otherwise }: { readonly otherwise: ReactNode }): ReactNode {
  const editor = useEditor();
  const { you } = useBoard();
  const { cases, onRead } = useJustRejected();
  const { data: pieces = [] } = useWork(you, cases.size > 0);
  const page = useValue('page', () => editor.getCurrentPageId(), [editor]);
  const isBusy = useValue('busy', () => editor.inputs.isPointing || editor.getEditingShapeId() !== null, [editor]);
  const faded = pieces.flatMap((piece) => {
    const bounds = boundsOf(piece);
    const isHere = piece.status === 'rejected' && cases.has(piece.case) && piece.page === page && !piece.isPutAway;
    return isHere && bounds !== null ? [{ piece, bounds }] : [];
  });
  const [first] = faded;
  return (
    <>
      {faded.map(({ piece, bounds }) => (
        <Faded key={piece.case} piece={piece} bounds={bounds} />
      ))}
      {first === undefined && otherwise}
      {first !== undefined && !isBusy && <NotShownCard {...first} onRead={() => onRead(first.piece.case)} />}
    </>
  );
}

function boundsOf({ place }: WorkPiece): PageRect | null {
  return place && { minX: place.x, minY: place.y, maxX: place.x + place.w, maxY: place.y + place.h };
}

/** Own cases that were decided against while this page is open and that their author has not put away. */
function useJustRejected(): { readonly cases: ReadonlySet<string>; readonly onRead: (id: string) => void } {
  const { session } = useBoard();
  const cases = useObservable(session.cases);
  // Whatever was so when the board opened is in the list, where it is no news.
  const [settled, setSettled] = useState<ReadonlySet<string> | null>(null);
  const rejected = [...cases.values()].filter(({ status }) => status === 'rejected').map(({ id }) => id);
  if (settled === null && cases.size > 0) setSettled(new Set(rejected));
  const isNews = (id: string): boolean => settled !== null && !settled.has(id);
  return {
    cases: new Set(rejected.filter(isNews)),
    onRead: (id) => setSettled(new Set([...(settled ?? []), id])),
  };
}

type PlacedPiece = { readonly piece: WorkPiece; readonly bounds: PageRect };

function Faded({ piece, bounds }: PlacedPiece): ReactNode {
  const editor = useEditor();
  const { boardId: board, you } = useBoard();
  const theme = usePictureTheme();
  const { minX, minY, maxX, maxY } = bounds;
  const around = { minX: minX - marginPx, minY: minY - marginPx, maxX: maxX + marginPx, maxY: maxY + marginPx };
  const rect = useValue('rect', () => onScreen(editor, around), [editor, minX, minY, maxX, maxY]);
  const source = workPicture(piece, { board, author: you.key, theme });
  return <img className={styles.faded} style={rect} src={source} alt="" draggable={false} />;
}

function NotShownCard({ piece, bounds, onRead }: PlacedPiece & { readonly onRead: () => void }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { session, you, schools } = useBoard();
  const teacher = onlyTeacher(useObservable(session.authors), you.school);
  const dir = Direction.useDirection();
  const at = useValue('at', () => besideOf(editor, bounds, cardPx), [editor, bounds]);
  const isReadonly = useValue('is readonly', () => editor.getIsReadonly(), [editor]);
  const mayAgain = !isReadonly && whatIsLeft(piece, session).some(({ typeName }) => typeName === 'shape');
  return (
    <section dir={dir} className={returned.card} style={at} aria-label={t('state.rejected')} role="status">
      <p className={returned.head}>
        {teacher !== null && <Avatar name={teacher} slot={slotOf(you, schools)} />}
        {teacher === null ? t('board.notShown.byTeacher') : t('board.notShown.by', { teacher })}
      </p>
      {piece.note !== undefined && (
        <p dir="auto" className={returned.note}>
          {piece.note}
        </p>
      )}
      <p className={styles.kept}>{t('board.notShown.kept')}</p>
      <div className={returned.actions}>
        <Button look="primary" size="touch" icon={Check} onClick={onRead}>
          {t('board.notShown.read')}
        </Button>
        {mayAgain && (
          <Button
            look="plain"
            size="touch"
            icon={Copy}
            onClick={() => {
              onRead();
              makeAgain(editor, session, piece);
            }}
          >
            {t('board.myWork.again')}
          </Button>
        )}
      </div>
    </section>
  );
}
