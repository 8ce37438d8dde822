import type { ReactNode } from 'react';
import { useParams } from 'wouter';

import { PeopleScreen } from '../../features/permissions/people-screen.tsx';
import { useBoardPeople } from '../../features/permissions/permissions-api.ts';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { TopBar, TopBarTitle } from '../../ui/top-bar.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import styles from './people-page.module.css';
import { SignedIn } from './signed-in.tsx';

/** People and permissions of one board, for the staff of its schools. */
export function PeoplePage(): ReactNode {
  const { boardId } = useParams<{ boardId: string }>();
  return <SignedIn whose="staff">{() => <BoardPeople boardId={boardId} />}</SignedIn>;
}

function BoardPeople({ boardId }: { readonly boardId: string }): ReactNode {
  const t = useT();
  const people = useBoardPeople(boardId);
  useDocumentTitle(t('permissions.documentTitle', { title: people.data?.title ?? '' }));
  if (people.data === undefined) {
    if (people.error !== null) return <PageFailure error={people.error} />;
    return isOffline(people) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  return (
    <>
      <TopBar
        start={
          <>
            <BackLink href={paths.board(boardId)} label={t('queue.backToBoard')} />
            <TopBarTitle>
              {people.data.title} <span className={styles.where}>{t('permissions.title')}</span>
            </TopBarTitle>
          </>
        }
      />
      <PeopleScreen boardId={boardId} people={people.data} />
    </>
  );
}
