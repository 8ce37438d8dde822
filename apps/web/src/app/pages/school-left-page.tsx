import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { pinPictures } from '../../drawings/pin-pictures.ts';
import { useT } from '../../i18n/translate.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { paths } from '../paths.ts';
import { CalmPage } from './calm-page.tsx';

/** The own school left the partnership while this board was open: where its work is now. */
export function SchoolLeftPage({ whose }: { readonly whose: 'staff' | 'pupil' }): ReactNode {
  const t = useT();
  return (
    <CalmPage drawing={pinPictures.boat} title={t('ended.partedTitle')} lead={t('ended.partedLead')}>
      <ButtonLink
        href={whose === 'staff' ? paths.home : paths.lobby}
        look="primary"
        size="touch"
        icon={ArrowRight}
        wide
      >
        {t('ended.partedGo')}
      </ButtonLink>
    </CalmPage>
  );
}
