import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { brokenBridge } from '../../drawings/broken-bridge.ts';
import { heldFragment, holdFragment } from '../../front-door/held-fragment.ts';
import { InvitationForm } from '../../features/school/invitation-form.tsx';
import { rolesInWords } from '../../features/school/roles-field.tsx';
import { useInvitation } from '../../features/school/school-api.ts';
import { useT } from '../../i18n/translate.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { isolate } from '../../lib/isolate.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { paths } from '../paths.ts';
import { CalmPage } from './calm-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { WayInPage } from './way-in-page.tsx';

/** A place on a school's staff that somebody was offered by a link. */
export function InvitationPage(): ReactNode {
  const [token, setToken] = useState(heldFragment);
  useEffect(() => {
    // Another link typed into this tab changes the fragment alone, and loads nothing.
    const take = (): void => {
      holdFragment(location, history);
      setToken(heldFragment());
    };
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return <Offer key={token} token={token} />;
}

function Offer({ token }: { readonly token: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const offer = useInvitation(token);
  if (offer.data === undefined) {
    if (offer.error === null) return <Loading />;
    return failureCode(offer.error) === 'INVITATION_OVER' ? <OfferOver /> : <PageFailure error={offer.error} />;
  }
  const { school, place, name, roles } = offer.data;
  return (
    <WayInPage
      title={t('invitation.title', { school: isolate(school) })}
      lead={t('invitation.lead', { name: isolate(name), place: isolate(place), roles: rolesInWords(roles, t) })}
    >
      <InvitationForm token={token} onDone={() => navigate(paths.home, { replace: true })} />
    </WayInPage>
  );
}

function OfferOver(): ReactNode {
  const t = useT();
  return (
    <CalmPage drawing={brokenBridge} title={t('invitation.overTitle')} lead={t('error.INVITATION_OVER')}>
      <ButtonLink href={paths.signIn} look="primary" size="touch" wide>
        {t('ended.staff')}
      </ButtonLink>
    </CalmPage>
  );
}
