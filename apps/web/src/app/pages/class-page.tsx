import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';

import { ClassSheet } from '../../features/classes/class-sheet.tsx';
import { useClass } from '../../features/classes/classes-api.ts';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** One class of the own school, with its pupils. */
export function ClassPage(): ReactNode {
  const { classId } = useParams<{ classId: string }>();
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <OneClass key={classId} classId={classId} />
        </StaffPage>
      )}
    </SignedIn>
  );
}

function OneClass({ classId }: { readonly classId: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const known = useClass(classId);
  useDocumentTitle(t('classes.documentTitle', { name: known.data?.name ?? '' }));
  if (known.data !== undefined)
    return <ClassSheet schoolClass={known.data} onDeleted={() => navigate(paths.classes)} />;
  if (known.error !== null) return <PageFailure error={known.error} />;
  return isOffline(known) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
}
