import type { QueueItem } from '@bridgeboard/protocol';
import { ChevronRight, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { NoteChooser } from '../../ui/note-chooser.tsx';
import { BatchBar } from './batch-bar.tsx';
import styles from './case-desk.module.css';
import { CaseHeading } from './case-heading.tsx';
import { CasePreview } from './case-preview.tsx';
import { CaseRemarks } from './case-remarks.tsx';
import { isWritten } from './case-words.ts';
import { FoundLine } from './found-line.tsx';
import { MarkedFilter } from './marked-filter.tsx';
import { DecisionBar } from './decision-bar.tsx';
import type { QueueDesk } from './use-queue-desk.ts';

type CaseDeskProps = {
  readonly desk: QueueDesk;
  readonly item: QueueItem;
  readonly now: number;
  readonly schools: number;
  /** Says on which board it is, with the way there. */
  readonly onBoard?: boolean;
};

/** The piece that is looked at, and everything that can be done with it. */
export function CaseDesk({ desk, item, now, schools, onBoard = false }: CaseDeskProps): ReactNode {
  const t = useT();
  const notice = desk.notice?.caseId === item.case ? desk.notice.text : '';
  return (
    <div className={styles.desk}>
      <div className={styles.card} data-more={desk.items.length > 1}>
        <CaseHeading item={item} now={now} onBoard={onBoard} />
        <CaseRemarks item={item} />
        <CasePreview key={item.case} item={item} />
        {item.found.length > 0 && <FoundLine item={item} />}
        <div className={styles.foot}>
          <MarkedFilter filters={desk.filters} />
          <span>{t('queue.position', { position: desk.position + 1, count: desk.items.length })}</span>
          <Button look="plain" unavailable={desk.items.length < 2 ? t('queue.noNext') : undefined} onClick={desk.next}>
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
        <NoteChooser
          key={item.case}
          author={item.author}
          isWritten={isWritten(item)}
          note={desk.note.words}
          place="page"
          wanted={desk.note.isWanted}
          onNote={desk.note.write}
          onSend={() => desk.decide('return')}
        />
        <BatchBar desk={desk} />
        <DecisionBar desk={desk} place="page" schools={schools} />
      </div>
    </div>
  );
}
