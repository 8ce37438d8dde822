import type { ReactNode } from 'react';

import { HowLongKept } from '../../features/school/how-long-kept.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** The school's written rules of how long things are kept. */
export function KeptPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('archive.how'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <HowLongKept />
        </StaffPage>
      )}
    </SignedIn>
  );
}
