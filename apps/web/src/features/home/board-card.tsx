import { getBoardPicture } from '@bridgeboard/protocol';
import type { BoardLine } from '@bridgeboard/protocol';
import { DoorOpen, Eye, Globe, GraduationCap } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import type { MessageId } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { fillPath } from '../../lib/api-client.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { SchoolMark } from '../../ui/school-mark.tsx';
import styles from './board-card.module.css';
import { formatChanged } from './format-changed.ts';

type BoardCardProps = {
  readonly board: BoardLine;
  readonly zone: string;
  readonly now: number;
};

/** A board to pick up: its picture, its name, who sees it, whose it is, and who is here. */
export function BoardCard({ board, zone, now }: BoardCardProps): ReactNode {
  const t = useT();
  const state = boardState(board);
  return (
    <li className={styles.card}>
      <BoardPicture board={board} />
      <h3 className={styles.title}>
        <Link href={paths.board(board.id)} className={styles.link} dir="auto">
          {board.title}
        </Link>
      </h3>
      <p className={styles.state}>
        <state.icon aria-hidden />
        <span>{t(state.id, { count: board.schools.length, school: board.schools[0]?.shortName ?? '' })}</span>
      </p>
      {board.doorOpenUntil > now && (
        <p className={styles.state}>
          <DoorOpen aria-hidden />
          <span>{t('home.doorOpen')}</span>
        </p>
      )}
      <p className={styles.foot}>
        {board.schools.map((school) => (
          <span key={school.id} title={school.name}>
            <SchoolMark slot={school.mark} />
          </span>
        ))}
        {board.hereNow > 0 ? (
          <strong className={styles.here}>{t('home.hereNow', { count: board.hereNow })}</strong>
        ) : (
          <span>{formatChanged(board.changedAt, { now, zone, locale: formatLocale() })}</span>
        )}
      </p>
    </li>
  );
}

/** The server's drawing of what the own school sees; blank paper where there is none yet. */
function BoardPicture({ board }: { readonly board: BoardLine }): ReactNode {
  const [missing, setMissing] = useState(false);
  const theme = usePictureTheme();
  const source = `${fillPath(getBoardPicture.path, { board: board.id })}?theme=${theme}&at=${board.changedAt}`;
  return (
    <div className={styles.picture}>
      {!missing && <img src={source} alt="" loading="lazy" decoding="async" onError={() => setMissing(true)} />}
    </div>
  );
}

/** Who sees the board. */
function boardState(board: BoardLine): { icon: LucideIcon; id: MessageId } {
  if (board.published) return { icon: Globe, id: 'home.published' };
  return board.schools.length > 1
    ? { icon: Eye, id: 'home.schoolsSee' }
    : { icon: GraduationCap, id: 'home.oneSchoolSees' };
}
