import { X } from 'lucide-react';
import { Direction } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { useKeysWithin } from '../../../lib/use-keys-within.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useBoard } from '../board-context.ts';
import { besideOf, liftAbove } from '../overlay/beside.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentList } from './comment-list.tsx';
import { usePieceWaits } from './may-remark.ts';
import { pieceName } from './pieces.ts';
import styles from './remark-card.module.css';
import type { OpenCard } from './remark-desk.ts';
import type { Comment } from './remarks-about.ts';
import { SignRow } from './sign-row.tsx';
import { useRemarks } from './use-remarks.ts';

/** Room that the card takes beside the piece. */
const cardPx = { width: 340, height: 520 } as const;

type RemarkCardProps = {
  readonly card: OpenCard;
  /** Whether this person may say something here; everybody may read. */
  readonly may: boolean;
};

/** What was said about a piece, and the place to say something. */
export function RemarkCard({ card: { piece, at }, may: mayHere }: RemarkCardProps): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { remarks } = useBoard();
  const said = useRemarks(piece);
  const waits = usePieceWaits(piece);
  const may = mayHere && !waits;
  const [changing, setChanging] = useState<Comment | null>(null);
  const place = useValue('card', () => placeOf(editor, piece), [editor, piece]);
  const name = useValue('name', () => pieceName(editor, piece, t), [editor, piece, t]);
  const close = (): void => remarks.card.set(null);
  const isGone = place === null;
  useEffect(() => {
    if (isGone) remarks.card.set(null);
    else liftAbove(editor, piece as TLShapeId);
  }, [isGone, remarks, editor, piece]);
  if (place === null) return null;
  return (
    <CardFrame label={t('remark.card', { piece: name })} at={at} place={place} onClose={close}>
      <header className={styles.head}>
        <h2 dir="auto" className={styles.title}>
          {t('remark.card', { piece: name })}
        </h2>
        <IconButton icon={X} size="touch" label={t('app.close')} onClick={close} />
      </header>
      <div className={styles.body}>
        <SignRow piece={piece} reactions={said.reactions} may={may} />
        <CommentList comments={said.comments} may={may} onChange={setChanging} />
        {said.comments.length + said.reactions.length === 0 && <p className={styles.none}>{t('remark.none')}</p>}
        {waits && <p className={styles.none}>{t('remark.pieceWaits')}</p>}
      </div>
      {may && (
        <CommentForm key={changing?.id ?? 'new'} piece={piece} changing={changing} onDone={() => setChanging(null)} />
      )}
    </CardFrame>
  );
}

type CardFrameProps = {
  readonly label: string;
  readonly at: OpenCard['at'];
  readonly place: NonNullable<ReturnType<typeof placeOf>>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function CardFrame({ label, at, place, onClose, children }: CardFrameProps): ReactNode {
  const editor = useEditor();
  const dir = Direction.useDirection();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    // Whoever came by a mark or by the keyboard goes on from there, everybody else on the board.
    return () => {
      const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
      (isThere ? from : editor.getContainer()).focus();
    };
  }, [editor]);
  useEffect(() => {
    const wanted = at === 'list' ? frame.current : frame.current?.querySelector<HTMLElement>(`[data-start="${at}"]`);
    wanted?.focus({ preventScroll: true });
  }, [at]);
  useKeysWithin(frame, (event) => {
    // The board's own keys, Delete among them, are not for whoever is in here.
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  });
  return (
    <section ref={frame} tabIndex={-1} dir={dir} className={styles.card} style={place} aria-label={label}>
      {children}
    </section>
  );
}

/** Null where the piece is gone, or on another page. */
function placeOf(editor: Editor, piece: string): ReturnType<typeof besideOf> | null {
  const bounds = editor.getShapePageBounds(piece as TLShapeId);
  const isHere = editor.getAncestorPageId(piece as TLShapeId) === editor.getCurrentPageId();
  return bounds && isHere ? besideOf(editor, bounds, cardPx) : null;
}
