import type { PartnershipOffer } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useMe } from '../../features/sign-in/sign-in-api.ts';
import { useOffer } from '../../features/partnerships/invitations-api.ts';
import { OfferedCharter } from '../../features/partnerships/offered-charter.tsx';
import { SignCharter } from '../../features/partnerships/sign-charter.tsx';
import { SetUpForm } from '../../features/school/set-up-form.tsx';
import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { listWords } from '../../lib/list-words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { paths } from '../paths.ts';
import { OfferFailure } from './offer-failure.tsx';
import { useHeldFragment } from './use-held-fragment.ts';
import { WayInPage } from './way-in-page.tsx';

/** A partnership that a school was asked into by a link. */
export function PartnershipInvitationPage(): ReactNode {
  const token = useHeldFragment();
  return <Asked key={token} token={token} />;
}

function Asked({ token }: { readonly token: string }): ReactNode {
  // Once it is signed the link tells nothing any more, so what is said then is kept from before.
  const [signed, setSigned] = useState<PartnershipOffer>();
  return signed === undefined ? <Offer token={token} onSigned={setSigned} /> : <Signed offer={signed} />;
}

type OfferProps = { readonly token: string; readonly onSigned: (offer: PartnershipOffer) => void };

function Offer({ token, onSigned }: OfferProps): ReactNode {
  const t = useT();
  const offer = useOffer(token);
  const me = useMe();
  if (offer.data === undefined && offer.error !== null) return <OfferFailure error={offer.error} />;
  if (offer.data === undefined || (me.data === undefined && me.error === null)) return <Loading />;
  const { data } = offer;
  const handleSigned = (): void => onSigned(data);
  return (
    <WayInPage
      title={t('offer.title', { schools: namesOf(data) })}
      lead={t('offer.lead', { title: isolate(data.title) })}
    >
      {me.data?.role === 'staff' ? (
        <SignCharter offer={data} token={token} me={me.data} onSigned={handleSigned} />
      ) : (
        <WaysToSign offer={data} token={token} onSigned={handleSigned} />
      )}
    </WayInPage>
  );
}

type WaysProps = {
  readonly offer: PartnershipOffer;
  readonly token: string;
  readonly onSigned: () => void;
};

/** Nobody is signed in: their school is here, or it is set up now. */
function WaysToSign({ offer, token, onSigned }: WaysProps): ReactNode {
  const t = useT();
  return (
    <>
      <OfferedCharter offer={offer} own={null} />
      <Section id="offer-here" title={t('offer.here')} lead={t('offer.hereLead')}>
        <ButtonLink href={paths.signIn}>{t('ended.staff')}</ButtonLink>
      </Section>
      <Section id="offer-new" title={t('offer.new')} lead={t('offer.newLead')}>
        <SetUpForm token={token} onDone={onSigned} />
      </Section>
    </>
  );
}

function Signed({ offer }: { readonly offer: PartnershipOffer }): ReactNode {
  const t = useT();
  return (
    <WayInPage title={t('offer.signedTitle')} lead={t('offer.signedText', { schools: namesOf(offer) })}>
      <ButtonLink href={paths.partnerships} look="primary" size="touch" wide>
        {t('offer.toPartnerships')}
      </ButtonLink>
    </WayInPage>
  );
}

function namesOf({ schools }: PartnershipOffer): string {
  return listWords(schools.map(({ name }) => isolate(name)));
}
