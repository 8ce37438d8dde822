import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { Home } from '../../features/home/home.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { paths } from '../paths.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** Where staff start: what waits, the boards, the partnerships. */
export function HomePage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  useDocumentTitle(t('home.documentTitle'));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <Home me={me} onOpenBoard={(id) => navigate(paths.board(id))} />
        </StaffPage>
      )}
    </SignedIn>
  );
}
