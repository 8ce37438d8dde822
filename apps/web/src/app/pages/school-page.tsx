import type { ReactNode } from 'react';

import { School } from '../../features/school/school.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** The own school: who works there and what holds there. */
export function SchoolPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('school.documentTitle'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <School me={me} />
        </StaffPage>
      )}
    </SignedIn>
  );
}
