import { Check, KeyRound, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { PasswordForm } from './password-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useBeginSecondFactor, useEndSecondFactor, useRenewRecoveryCodes } from './second-factor-api.ts';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { Section } from '../../ui/section.tsx';

/** What is being done about it just now. */
type Doing = 'nothing' | 'begin' | 'renew' | 'end';

type SecondFactorProps = {
  /** How many recovery codes are left; null while there is no second factor. */
  readonly codesLeft: number | null;
};

/** The second step at sign-in: a code from an app. */
export function SecondFactor({ codesLeft }: SecondFactorProps): ReactNode {
  const t = useT();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [codes, setCodes] = useState<readonly string[]>();
  const done = (): void => setDoing('nothing');
  return (
    <Section id="second-factor" title={t('account.second')} lead={t('account.second.lead')}>
      <RowList labelledBy="second-factor">
        <Row
          icon={ShieldCheck}
          title={t('account.second.app')}
          detail={codesLeft === null ? t('account.second.off') : t('account.second.left', { count: codesLeft })}
          end={
            doing !== 'nothing' || codes !== undefined ? undefined : codesLeft === null ? (
              <Button onClick={() => setDoing('begin')}>{t('account.second.setUp')}</Button>
            ) : (
              <>
                <Badge tone="accent" icon={Check}>
                  {t('account.second.on')}
                </Badge>
                <Button icon={KeyRound} onClick={() => setDoing('renew')}>
                  {t('account.second.renew')}
                </Button>
                <Button onClick={() => setDoing('end')}>{t('account.second.switchOff')}</Button>
              </>
            )
          }
        />
      </RowList>
      {codes !== undefined && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {doing === 'begin' && <Begin onCodes={setCodes} onDone={done} />}
      {doing === 'renew' && <Renew onCodes={setCodes} onDone={done} />}
      {doing === 'end' && <End onDone={done} />}
    </Section>
  );
}

type DoingProps = {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onDone: () => void;
};

/** Password first, then the secret for the app and a code that it shows. */
function Begin({ onCodes, onDone }: DoingProps): ReactNode {
  const t = useT();
  const begin = useBeginSecondFactor();
  if (begin.data !== undefined) {
    const { recoveryCodes } = begin.data;
    return (
      <SecondFactorSetup
        secret={begin.data}
        onCancel={onDone}
        onConfirmed={() => {
          onCodes(recoveryCodes);
          onDone();
        }}
      />
    );
  }
  return (
    <PasswordForm
      go={t('account.second.next')}
      isPending={begin.isPending}
      error={begin.error}
      onCancel={onDone}
      onPassword={(password) => begin.mutate(password)}
    />
  );
}

function Renew({ onCodes, onDone }: DoingProps): ReactNode {
  const t = useT();
  const renew = useRenewRecoveryCodes((codes) => {
    onCodes(codes);
    onDone();
  });
  return (
    <PasswordForm
      go={t('account.second.renewGo')}
      isPending={renew.isPending}
      error={renew.error}
      onCancel={onDone}
      onPassword={(password) => renew.mutate(password)}
    />
  );
}

function End({ onDone }: Pick<DoingProps, 'onDone'>): ReactNode {
  const t = useT();
  const end = useEndSecondFactor(onDone);
  return (
    <PasswordForm
      go={t('account.second.switchOffGo')}
      withCode
      isPending={end.isPending}
      error={end.error}
      onCancel={onDone}
      onPassword={(password, code) => end.mutate({ password, code })}
    />
  );
}
