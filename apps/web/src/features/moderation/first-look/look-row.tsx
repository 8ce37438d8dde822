import type { ReactNode } from 'react';

import { formatAge } from '../../../i18n/format-time.ts';
import { useT } from '../../../i18n/translate.ts';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import styles from '../case-list.module.css';
import { FindBadge } from '../find-badges.tsx';
import { MarkedWords } from '../marked-words.tsx';
import type { LookItem } from './look-api.ts';
import { LookPicture } from './look-picture.tsx';

type LookRowProps = {
  readonly boardId: string;
  readonly item: LookItem;
  readonly isCurrent: boolean;
  readonly now: number;
  readonly onSelect: (piece: string) => void;
};

/** A piece in the list: picture, whose, words, how long it has been out. */
export function LookRow({ boardId, item, isCurrent, now, onSelect }: LookRowProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.line}>
      <button type="button" className={styles.row} aria-current={isCurrent} onClick={() => onSelect(item.case)}>
        <span className={styles.picture}>
          <LookPicture boardId={boardId} item={item} view="close" isDecoration />
        </span>
        <span className={styles.text}>
          <span className={styles.head}>
            <strong dir="auto">{item.author.label}</strong>
            <span className={styles.age}>{formatAge(now - item.at, t)}</span>
          </span>
          <span className={styles.words} dir="auto">
            <MarkedWords item={item} />
          </span>
          <SchoolMark slot={item.school.mark} name={item.school.shortName} />
          <FindBadge item={item} />
        </span>
      </button>
    </div>
  );
}
