import { Ellipsis, EyeOff, UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useT } from '../../../../i18n/translate.ts';
import { isolate } from '../../../../lib/isolate.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useBoard } from '../../board-context.ts';
import { AboutPiece } from '../../overlay/about-piece.tsx';
import { useObservable } from '../../use-observable.ts';
import styles from './piece-card.module.css';
import { isPieceMenuOpen } from './piece-menu-open.ts';
import { PieceMenu } from './piece-menu.tsx';
import { selectedPiece } from './piece.ts';
import type { Piece } from './piece.ts';
import { SendBackDialog } from './send-back-dialog.tsx';
import { RewindDialog } from './rewind-dialog.tsx';
import { ShowingsDialog } from './showings-dialog.tsx';
import { WorkDialog } from './work-dialog.tsx';

/** Room for the card above the piece; where there is none it stands below. */
const cardHeightPx = 68;
/** Half of what it takes up, so that it stays on the screen. */
const halfWidthPx = 150;

/** About the piece that is selected: whose it is, who sees it, and what staff can do about it. */
export function PieceCard(): ReactNode {
  const editor = useEditor();
  const { session, you } = useBoard();
  const stamps = useObservable(session.stamps);
  const authors = useObservable(session.authors);
  const piece = useValue('piece', () => selectedPiece(editor, session), [editor, session, stamps, authors]);
  const [rewinding, setRewinding] = useState<Piece['author'] | null>(null);
  const [returning, setReturning] = useState<Piece | null>(null);
  const [shown, setShown] = useState<Piece | null>(null);
  const [lookedAt, setLookedAt] = useState<Piece['author'] | null>(null);
  return (
    <>
      {piece !== null && (
        <OneCard
          piece={piece}
          isOwnSchool={piece.author.school === you.school}
          onRewind={() => setRewinding(piece.author)}
          onWork={() => setLookedAt(piece.author)}
          onShowings={() => setShown(piece)}
          onSendBack={() => setReturning(piece)}
        />
      )}
      {rewinding !== null && <RewindDialog author={rewinding} onClose={() => setRewinding(null)} />}
      {returning !== null && <SendBackDialog piece={returning} onClose={() => setReturning(null)} />}
      {shown !== null && <ShowingsDialog piece={shown} onClose={() => setShown(null)} />}
      {lookedAt !== null && <WorkDialog author={lookedAt} onClose={() => setLookedAt(null)} />}
    </>
  );
}

type OneCardProps = {
  readonly piece: Piece;
  readonly isOwnSchool: boolean;
  readonly onRewind: () => void;
  readonly onWork: () => void;
  readonly onShowings: () => void;
  readonly onSendBack: () => void;
};

function OneCard({ piece, isOwnSchool, ...asks }: OneCardProps): ReactNode {
  const t = useT();
  const editor = useEditor();
  const isOpen = useValue(isPieceMenuOpen);
  const place = useValue('place', () => placeOf(piece, editor.getViewportScreenBounds().w), [editor, piece]);
  const { author, stamp } = piece;
  return (
    <section
      className={styles.card}
      style={place}
      aria-label={t('board.piece.about', { name: isolate(author.label) })}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <div className={styles.facts}>
        <AboutPiece stamp={stamp} author={author} />
        {stamp.putAway === true && (
          <span className={styles.fact}>
            <EyeOff aria-hidden />
            {t('board.piece.isAway')}
          </span>
        )}
        {author.away === true && (
          <span className={styles.fact}>
            <UserMinus aria-hidden />
            {t('board.piece.authorAway')}
          </span>
        )}
      </div>
      {isOwnSchool && (
        <PieceMenu
          piece={piece}
          isOpen={isOpen}
          onOpenChange={(open) => isPieceMenuOpen.set(open)}
          {...asks}
          trigger={<IconButton icon={Ellipsis} label={t('board.piece.more')} size="touch" />}
        />
      )}
    </section>
  );
}

function placeOf({ rect }: Piece, width: number): { left: number; top: number } {
  const middle = rect.left + rect.width / 2;
  const left = Math.max(halfWidthPx + 8, Math.min(middle, width - halfWidthPx - 8));
  return { left, top: rect.top > cardHeightPx ? rect.top : rect.top + rect.height + cardHeightPx };
}
