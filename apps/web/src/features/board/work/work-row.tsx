import type { Author, WorkPiece } from '@bridgeboard/protocol';
import { EyeOff, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { usePictureTheme } from '../../../lib/use-picture-theme.ts';
import { signIcons } from '../../../ui/sign-icon.tsx';
import { useBoard } from '../board-context.ts';
import { workPicture } from './work-api.ts';
import styles from './work-row.module.css';

type WorkRowProps = { readonly piece: WorkPiece; readonly author: Author; readonly actions: ReactNode };

/** One piece: its picture, its words, what the teacher wrote to it, and what can be done with it. */
export function WorkRow({ piece, author, actions }: WorkRowProps): ReactNode {
  const t = useT();
  const { you } = useBoard();
  const { words, note, isPutAway, signs } = piece;
  const isAlone = isPutAway && piece.place === null;
  return (
    <li className={styles.row} data-faded={piece.status === 'rejected'}>
      <span className={styles.picture}>
        {isAlone ? <EyeOff aria-hidden /> : <Likeness piece={piece} author={author} />}
      </span>
      <div className={styles.text}>
        {isPutAway && <p>{t(you.role === 'pupil' ? 'board.work.putAway' : 'board.piece.isAway')}</p>}
        {words === '' && signs.length === 0 && !isAlone && <p>{t('board.work.drawing')}</p>}
        {words !== '' && (
          <p dir="auto" className={styles.words}>
            {words}
          </p>
        )}
        {note !== undefined && (
          <p className={styles.note}>
            <MessageSquareText aria-hidden />
            <span dir="auto">{note}</span>
          </p>
        )}
        {actions}
      </div>
    </li>
  );
}

/** What it looks like: drawn by the server, a sign by itself, and words alone where the picture does not come. */
function Likeness({ piece, author }: Omit<WorkRowProps, 'actions'>): ReactNode {
  const { boardId: board } = useBoard();
  const theme = usePictureTheme();
  const source = workPicture(piece, { board, author: author.key, theme });
  const [failed, setFailed] = useState('');
  const [sign] = piece.signs;
  const Icon = sign === undefined ? MessageSquareText : signIcons[sign];
  if (piece.place === null || failed === source) return <Icon aria-hidden />;
  return <img src={source} alt="" loading="lazy" draggable={false} onError={() => setFailed(source)} />;
}
