import type { ReactNode } from 'react';

import { AfterBreach } from '../../features/breach/after-breach.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** What is to be known after a breach, for administrators and leads. */
export function BreachPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('breach.title'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <AfterBreach isLeading={me.roles.some((role) => role !== 'teacher')} />
        </StaffPage>
      )}
    </SignedIn>
  );
}
