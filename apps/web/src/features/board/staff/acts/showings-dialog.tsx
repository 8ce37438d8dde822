import { getShowings } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useT } from '../../../../i18n/translate.ts';
import { call } from '../../../../lib/api-client.ts';
import type { AnswerOf } from '../../../../lib/api-client.ts';
import { describeFailure } from '../../../../lib/describe-failure.ts';
import { formatLocale } from '../../../../lib/format-locale.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { SchoolMark } from '../../../../ui/school-mark.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { useBoard } from '../../board-context.ts';
import type { Piece } from './piece.ts';
import styles from './showings-dialog.module.css';

type ShowingsDialogProps = { readonly piece: Piece; readonly onClose: () => void };
type ShowingLine = AnswerOf<typeof getShowings>['showings'][number];

/** To which schools a piece has been shown, and from when until when. */
export function ShowingsDialog({ piece, onClose }: ShowingsDialogProps): ReactNode {
  const t = useT();
  const { boardId: board } = useBoard();
  const [record = ''] = piece.records;
  const { data, error } = useQuery({
    queryKey: ['showings', board, record],
    queryFn: ({ signal }) => call(getShowings, { params: { board, record }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog title={t('board.piece.showings')} onClose={onClose}>
      <p className={styles.lead}>{t('board.showings.lead')}</p>
      <div role="status" className={styles.body}>
        {data !== undefined && <Lines showings={data.showings} />}
        {error !== null && <p>{describeFailure(error, t)}</p>}
        {data === undefined && error === null && <Skeleton />}
      </div>
      <Button onClick={onClose}>{t('app.close')}</Button>
    </Dialog>
  );
}

function Lines({ showings }: { readonly showings: readonly ShowingLine[] }): ReactNode {
  const t = useT();
  const { you, schools } = useBoard();
  const zone = schools.find(({ id }) => id === you.school)?.timeZone;
  const clock = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  if (showings.length === 0) return <p>{t('board.showings.none')}</p>;
  return (
    <ul role="list" className={styles.list}>
      {showings.map(({ school, from, until }) => (
        <li key={`${school.id} ${from}`}>
          <SchoolMark
            slot={school.mark}
            name={t(school.id === you.school ? 'board.showings.own' : 'board.showings.school', { school: school.name })}
          />
          <span className={styles.when}>
            {until === null
              ? t('board.showings.since', { from: clock.format(from) })
              : t('board.showings.until', { from: clock.format(from), until: clock.format(until) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
