import type { ReactNode } from 'react';
import { useParams } from 'wouter';

import { CasePage } from '../../features/safeguarding/case-page.tsx';
import { useConcernCase } from '../../features/safeguarding/safeguarding-api.ts';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** One report of concern. Its title says nothing of it: titles stand in a browser's history. */
export function ConcernPage(): ReactNode {
  const t = useT();
  const { concernId } = useParams<{ concernId: string }>();
  useDocumentTitle(t('desk.title'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <OneCase key={concernId} id={concernId} />
        </StaffPage>
      )}
    </SignedIn>
  );
}

function OneCase({ id }: { readonly id: string }): ReactNode {
  const known = useConcernCase(id);
  if (known.data !== undefined) return <CasePage view={known.data} />;
  if (known.error !== null) return <PageFailure error={known.error} />;
  return isOffline(known) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
}
