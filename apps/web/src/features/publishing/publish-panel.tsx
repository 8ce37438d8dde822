import type { BoardLine, PublicationLine, SchoolBrief } from '@bridgeboard/protocol';
import { Globe, Lock } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { listWords } from '../../lib/list-words.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { Button } from '../../ui/button.tsx';
import { PageOut } from './page-out.tsx';
import { publicationState } from './publication-state.ts';
import { useBoardLine, usePublications, usePublish } from './publishing-api.ts';
import styles from './publish-panel.module.css';
import { useTellProblem } from './tell-problem.ts';

type PublishPanelProps = {
  readonly boardId: string;
  readonly ownSchool: string;
};

/** Who sees the board outside its schools, in a sentence, and the one thing to do about it. */
export function PublishPanel({ boardId, ownSchool }: PublishPanelProps): ReactNode {
  const board = useBoardLine(boardId);
  const publications = usePublications(boardId);
  const failed = [board, publications].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) return <AskAgain error={failed.error} onRetry={() => void failed.refetch()} />;
  const own = board.data?.schools.find(({ id }) => id === ownSchool);
  if (board.data === undefined || publications.data === undefined || own === undefined) return <SlowLoading rows={4} />;
  return <Sharing board={board.data} own={own} lines={publications.data} />;
}

type SharingProps = {
  readonly board: BoardLine;
  readonly own: SchoolBrief;
  readonly lines: readonly PublicationLine[];
};

function Sharing({ board, own, lines }: SharingProps): ReactNode {
  const state = publicationState(lines, own.id);
  if (state.kind === 'none') return <NotPublished board={board} own={own} endedAt={state.endedAt} />;
  return <PageOut boardId={board.id} state={state} />;
}

type NotPublishedProps = { readonly board: BoardLine; readonly own: SchoolBrief; readonly endedAt: number | null };

function NotPublished({ board, own, endedAt }: NotPublishedProps): ReactNode {
  const t = useT();
  const publish = usePublish(board.id);
  const tellProblem = useTellProblem();
  const others = board.schools.filter(({ id }) => id !== own.id).map(({ shortName }) => shortName);
  return (
    <div className={styles.panel}>
      <p className={styles.sentence}>
        <Lock aria-hidden />
        <span>{t('publish.nobody')}</span>
      </p>
      {endedAt !== null && (
        <p className={styles.quiet}>
          {t('publish.ended', { date: formatDate(new Date(endedAt), own.timeZone, formatLocale()) })}
        </p>
      )}
      <p className={styles.sentence}>
        <Globe aria-hidden />
        <span>
          {t('publish.wouldSee', { school: own.shortName })}{' '}
          {others.length > 0 && t('publish.othersAgree', { schools: listWords(others) })}
        </span>
      </p>
      <Button
        look="primary"
        wide
        unavailable={publish.isPending ? t('publish.pending') : undefined}
        onClick={() => publish.mutate(undefined, { onError: tellProblem })}
      >
        {t('publish.publish', { school: own.shortName })}
      </Button>
    </div>
  );
}
