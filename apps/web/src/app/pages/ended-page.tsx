import { DoorOpen, Key } from 'lucide-react';
import type { ReactNode } from 'react';

import { brokenBridge } from '../../drawings/broken-bridge.ts';
import { useT } from '../../i18n/translate.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { paths } from '../paths.ts';
import { CalmPage } from './calm-page.tsx';

/** Nobody is signed in here, or not any more: what is safe, and the two ways in. */
export function EndedPage(): ReactNode {
  const t = useT();
  return (
    <CalmPage drawing={brokenBridge} title={t('ended.title')} lead={t('ended.lead')}>
      {/* The front door is the server's page, so this leaves the app. */}
      <a href={paths.frontDoor} className={buttonClass({ look: 'primary', size: 'touch', wide: true })}>
        <DoorOpen aria-hidden />
        {t('ended.pupil')}
      </a>
      <ButtonLink href={paths.signIn} look="plain" size="touch" icon={Key} wide>
        {t('ended.staff')}
      </ButtonLink>
    </CalmPage>
  );
}
