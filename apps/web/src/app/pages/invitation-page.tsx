import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { InvitationForm } from '../../features/school/invitation-form.tsx';
import { rolesInWords } from '../../features/school/roles-field.tsx';
import { useInvitation } from '../../features/school/school-api.ts';
import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { Loading } from '../../ui/loading.tsx';
import { paths } from '../paths.ts';
import { OfferFailure } from './offer-failure.tsx';
import { useHeldFragment } from './use-held-fragment.ts';
import { WayInPage } from './way-in-page.tsx';

/** A place on a school's staff that somebody was offered by a link. */
export function InvitationPage(): ReactNode {
  const token = useHeldFragment();
  return <Offer key={token} token={token} />;
}

function Offer({ token }: { readonly token: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const offer = useInvitation(token);
  if (offer.data === undefined) return offer.error === null ? <Loading /> : <OfferFailure error={offer.error} />;
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
