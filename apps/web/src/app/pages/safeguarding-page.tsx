import type { ReactNode } from 'react';

import { SafeguardingDesk } from '../../features/safeguarding/desk.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** Reports of concern, for whoever looks after them. */
export function SafeguardingPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('desk.title'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <SafeguardingDesk />
        </StaffPage>
      )}
    </SignedIn>
  );
}
