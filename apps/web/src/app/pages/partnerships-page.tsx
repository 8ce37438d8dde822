import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { PartnershipList } from '../../features/partnerships/partnership-list.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { paths } from '../paths.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** The schools that the own school works with. */
export function PartnershipsPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  useDocumentTitle(t('partnerships.title'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <PartnershipList
            own={me.school}
            hrefOf={paths.charter}
            onBegun={me.roles.includes('administrator') ? (id) => navigate(paths.charter(id)) : undefined}
          />
        </StaffPage>
      )}
    </SignedIn>
  );
}
