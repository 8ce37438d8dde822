import { DoorOpen } from 'lucide-react';
import type { ReactNode } from 'react';

import { brokenBridge } from '../../drawings/broken-bridge.ts';
import { GuestBoard } from '../../features/guest/guest-board.tsx';
import { useGuestPlace } from '../../features/guest/guest-api.ts';
import { useT } from '../../i18n/translate.ts';
import { failureCode, isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { CalmPage } from './calm-page.tsx';
import { PageFailure } from './page-failure.tsx';

/** What a guest link means to whoever's link does not hold. */
const overCodes: ReadonlySet<string> = new Set(['JOIN_REFUSED', 'SESSION_ENDED', 'SIGN_IN_NEEDED']);

/** Where a guest link leads: one board to look at, for one lesson. */
export function GuestPage(): ReactNode {
  const t = useT();
  const place = useGuestPlace();
  useDocumentTitle(place.data?.title ?? t('guest.title'));
  if (place.error !== null) {
    return overCodes.has(failureCode(place.error)) ? <VisitOver /> : <PageFailure error={place.error} />;
  }
  if (place.data !== undefined) return <GuestBoard place={place.data} />;
  return isOffline(place) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
}

function VisitOver(): ReactNode {
  const t = useT();
  return (
    <CalmPage drawing={brokenBridge} title={t('guest.over')} lead={t('guest.overLead')}>
      <a href={paths.frontDoor} className={buttonClass({ look: 'quiet', size: 'touch', wide: true })}>
        <DoorOpen aria-hidden />
        {t('guest.frontDoor')}
      </a>
    </CalmPage>
  );
}
