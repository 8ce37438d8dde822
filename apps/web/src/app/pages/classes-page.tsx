import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { ClassList } from '../../features/classes/class-list.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { paths } from '../paths.ts';
import { SignedIn } from './signed-in.tsx';
import { StaffPage } from './staff-page.tsx';

/** The classes of the own school. */
export function ClassesPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  useDocumentTitle(t('classes.documentTitle', { name: t('classes.title') }));
  return (
    <SignedIn whose="staff">
      {(me) => (
        <StaffPage me={me}>
          <ClassList onMade={(id) => navigate(paths.class(id))} />
        </StaffPage>
      )}
    </SignedIn>
  );
}
