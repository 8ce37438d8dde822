import type { Me, PartnershipOffer } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { describeFailure } from '../../lib/describe-failure.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useOwnSchool, useSign } from './invitations-api.ts';
import { OfferedCharter } from './offered-charter.tsx';
import { useSpeech } from './speech.ts';

type SignCharterProps = {
  readonly offer: PartnershipOffer;
  readonly token: string;
  readonly me: Me;
  readonly onSigned: () => void;
};

/** An offer as staff of a school that is here read it; an administrator signs for the school. */
export function SignCharter({ offer, token, me, onSigned }: SignCharterProps): ReactNode {
  const { t } = useSpeech();
  const own = useOwnSchool();
  const sign = useSign(token);
  function handleSign(): void {
    if (sign.isPending) return;
    sign.mutate(undefined, {
      onSuccess: onSigned,
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <>
      <OfferedCharter offer={offer} own={own.data ?? null} />
      {me.roles.includes('administrator') ? (
        <Button
          look="primary"
          size="touch"
          wide
          onClick={handleSign}
          unavailable={sign.isPending || own.data === undefined ? t('app.loading') : undefined}
        >
          {t('offer.sign', { school: isolate(me.school.name) })}
        </Button>
      ) : (
        <p>{t('offer.notYou')}</p>
      )}
    </>
  );
}
