import type { ReactNode } from 'react';

import { Account } from '../../features/account/account.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** What staff see and change about their own sign-in. */
export function AccountPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('account.title'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <Account me={me} />
        </StaffPage>
      )}
    </SignedIn>
  );
}
