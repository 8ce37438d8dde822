import type { ReactNode } from 'react';

import { Activity } from '../../features/activity/activity.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** The audit log, for staff. */
export function ActivityPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('audit.title'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <Activity me={me} />
        </StaffPage>
      )}
    </SignedIn>
  );
}
