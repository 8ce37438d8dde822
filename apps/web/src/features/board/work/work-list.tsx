import type { Author, WorkPiece } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { Loading } from '../../../ui/loading.tsx';
import { WorkBadge } from '../../../ui/badge.tsx';
import { useWork } from './work-api.ts';
import styles from './work-list.module.css';
import { WorkRow } from './work-row.tsx';

type WorkListProps = {
  readonly author: Author;
  readonly none: string;
  /** What its author can do with a piece. */
  readonly actions?: (piece: WorkPiece) => ReactNode;
};

/** What is somebody's turn comes first, what is done last. */
const parts = ['returned', 'waiting', 'rejected', 'approved'] as const;

/** All that a pupil has made on this board, by what became of it. */
export function WorkList({ author, none, actions }: WorkListProps): ReactNode {
  const t = useT();
  const { data: pieces, error } = useWork(author);
  if (pieces === undefined) return error === null ? <Loading /> : <p role="alert">{describeFailure(error, t)}</p>;
  if (pieces.length === 0) return <p>{none}</p>;
  return parts.map((part) => {
    const here = pieces.filter(({ status }) => status === part);
    if (here.length === 0) return null;
    return (
      <section key={part} className={styles.part}>
        <h2 className={styles.title}>
          {part === 'approved' ? (
            <WorkBadge state={part}>{t('board.work.approved')}</WorkBadge>
          ) : (
            <WorkBadge state={part} />
          )}
        </h2>
        <ul role="list" className={styles.list}>
          {here.map((piece) => (
            <WorkRow key={piece.case} piece={piece} author={author} actions={actions?.(piece)} />
          ))}
        </ul>
      </section>
    );
  });
}
