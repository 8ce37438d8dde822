import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { SetUpForm } from '../../features/school/set-up-form.tsx';
import { useT } from '../../i18n/translate.ts';
import { paths } from '../paths.ts';
import { WayInPage } from './way-in-page.tsx';

/** The first school of an empty instance. */
export function SetUpPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  return (
    <WayInPage title={t('setUp.title')} lead={t('setUp.lead')}>
      <SetUpForm onDone={() => navigate(paths.school, { replace: true })} />
    </WayInPage>
  );
}
