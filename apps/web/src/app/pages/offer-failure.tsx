import type { ReactNode } from 'react';

import { brokenBridge } from '../../drawings/broken-bridge.ts';
import { useT } from '../../i18n/translate.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { paths } from '../paths.ts';
import { CalmPage } from './calm-page.tsx';
import { PageFailure } from './page-failure.tsx';

/** Why a link's offer cannot be read: mostly because it offers nothing any more. */
export function OfferFailure({ error }: { readonly error: Error }): ReactNode {
  const t = useT();
  if (failureCode(error) !== 'INVITATION_OVER') return <PageFailure error={error} />;
  return (
    <CalmPage drawing={brokenBridge} title={t('invitation.overTitle')} lead={t('error.INVITATION_OVER')}>
      <ButtonLink href={paths.signIn} look="primary" size="touch" wide>
        {t('ended.staff')}
      </ButtonLink>
    </CalmPage>
  );
}
