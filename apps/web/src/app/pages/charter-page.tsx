import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';

import { Charter } from '../../features/partnerships/charter.tsx';
import { useCharter } from '../../features/partnerships/partnerships-api.ts';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { listWords } from '../../lib/list-words.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** What the schools of a partnership have agreed. */
export function CharterPage(): ReactNode {
  const { partnership } = useParams<{ partnership: string }>();
  return <SignedIn whose="staff">{(me) => <StaffCharter me={me} partnership={partnership} />}</SignedIn>;
}

function StaffCharter({ me, partnership }: { readonly me: Me; readonly partnership: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const charter = useCharter(partnership);
  const schools = listWords((charter.data?.schools ?? []).map(({ shortName }) => shortName));
  useDocumentTitle(t('charter.title', { schools }));
  if (charter.data === undefined) {
    if (charter.error !== null) return <PageFailure error={charter.error} />;
    return isOffline(charter) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  return (
    <StaffPage me={me}>
      <Charter page={charter.data} own={me.school} onLeft={() => navigate(paths.partnerships)} />
    </StaffPage>
  );
}
