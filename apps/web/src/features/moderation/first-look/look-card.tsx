import { CheckCheck, ChevronRight, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatClock } from '../../../i18n/format-time.ts';
import { useT } from '../../../i18n/translate.ts';
import { formatLocale } from '../../../lib/format-locale.ts';
import { Button } from '../../../ui/button.tsx';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import batch from '../batch-bar.module.css';
import styles from '../case-desk.module.css';
import headings from '../case-heading.module.css';
import { CaseRemarks } from '../case-remarks.tsx';
import { caseKind, isRemark } from '../case-words.ts';
import { FoundLine } from '../found-line.tsx';
import { PiecePreview } from '../piece-preview.tsx';
import type { LookItem } from './look-api.ts';
import { LookBar } from './look-bar.tsx';
import { LookPicture } from './look-picture.tsx';
import type { LookDesk } from './use-look-desk.ts';

type LookCardProps = {
  readonly boardId: string;
  /** Whose clock tells when it was let out. */
  readonly timeZone: string;
  readonly desk: LookDesk;
  readonly item: LookItem;
};

/** The piece that is looked at, where it hangs, and what can be done with it. */
export function LookCard({ boardId, timeZone, desk, item }: LookCardProps): ReactNode {
  const t = useT();
  const { items, bySame, notice, list } = desk;
  const isWaiting = list === 'waiting';
  const name = item.author.label;
  return (
    <div className={styles.desk}>
      <div className={styles.card} data-more={items.length > 1}>
        <LookHeading item={item} timeZone={timeZone} />
        <CaseRemarks item={item} />
        <PiecePreview
          key={item.case}
          seen={t(isWaiting ? 'look.seenByStaff' : 'look.seenByPupils')}
          picture={(zoom) => <LookPicture boardId={boardId} item={item} view="place" zoom={zoom} />}
        />
        {item.found.length > 0 && <FoundLine item={item} />}
        <div className={styles.foot}>
          <span>{t('queue.position', { position: desk.position + 1, count: items.length })}</span>
          <Button look="plain" unavailable={items.length < 2 ? t('queue.noNext') : undefined} onClick={desk.next}>
            {t('queue.next')}
            <ChevronRight aria-hidden className={styles.arrow} />
          </Button>
        </div>
      </div>
      <p role="alert" className={styles.notice}>
        {notice !== '' && (
          <>
            <CircleAlert aria-hidden /> {notice}
          </>
        )}
      </p>
      <div className={styles.decide}>
        {bySame.length > 1 && (
          <div className={batch.offer}>
            <Button look="plain" icon={CheckCheck} onClick={() => desk.act(bySame)}>
              {t(isWaiting ? 'look.showAllOf' : 'look.takeBackAllOf', { name, count: bySame.length })}
            </Button>
          </div>
        )}
        <LookBar desk={desk} />
      </div>
    </div>
  );
}

function LookHeading({ item, timeZone }: { readonly item: LookItem; readonly timeZone: string }): ReactNode {
  const t = useT();
  const clock = formatClock(new Date(item.at), timeZone, formatLocale());
  return (
    <div className={headings.heading} aria-live="polite">
      <h2 dir="auto">{item.author.label}</h2>
      <span className={headings.facts}>
        <SchoolMark slot={item.school.mark} name={item.school.shortName} />
      </span>
      <span className={headings.facts}>
        {t('look.letOut', { kind: caseKind(item, t), count: isRemark(item) ? 1 : item.marks, clock })}
      </span>
    </div>
  );
}
