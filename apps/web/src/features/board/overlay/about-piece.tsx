import type { Author, SchoolBrief, Stamp } from '@bridgeboard/protocol';
import { Clock, Eye } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatClock } from '../../../i18n/format-time.ts';
import { currentLocale } from '../../../i18n/language.ts';
import { useT } from '../../../i18n/translate.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import { useBoard } from '../board-context.ts';
import { schoolOf } from '../people-words.ts';
import styles from './about-piece.module.css';

/** Two lines about something on the board: whose it is and since when, and who sees it. */
export function AboutPiece({ stamp, author }: { readonly stamp: Stamp; readonly author: Author }): ReactNode {
  const t = useT();
  const { schools } = useBoard();
  const school = schoolOf(author, schools);
  if (school === undefined) return null;
  const Icon = stamp.reach === 'held' ? Clock : Eye;
  return (
    <>
      <span className={styles.line}>
        <SchoolMark slot={school.mark} />
        <strong dir="auto">{author.label}</strong>
        <span>{madeAt(stamp, school, t)}</span>
      </span>
      <span className={styles.line}>
        <Icon aria-hidden />
        {reachWords(stamp, { school, schools: schools.length, t })}
      </span>
    </>
  );
}

function madeAt(stamp: Stamp, school: SchoolBrief, t: Translate): string {
  const clock = formatClock(new Date(stamp.at), school.timeZone, currentLocale());
  return t('board.madeAt', { clock, place: school.place });
}

/** Who sees a mark, in words. */
function reachWords(stamp: Stamp, about: { school: SchoolBrief; schools: number; t: Translate }): string {
  const { school, schools, t } = about;
  if (stamp.reach === 'held') return t('board.reach.held', { school: school.shortName });
  if (stamp.reach === 'school') return t('board.reach.school', { school: school.shortName });
  return t('board.reach.board', { count: schools });
}
