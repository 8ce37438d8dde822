import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeGuessFailure } from '../../lib/describe-guess-failure.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import formStyles from './forms.module.css';
import { useConfirmSecondFactor } from './second-factor-api.ts';
import type { postBeginSecondFactor } from '@bridgeboard/protocol';
import styles from './second-factor-setup.module.css';

type SecondFactorSetupProps = {
  readonly secret: AnswerOf<typeof postBeginSecondFactor>;
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
};

/** The secret for the app, as a picture and to type, and the proof that the app has it. */
export function SecondFactorSetup({ secret, onConfirmed, onCancel }: SecondFactorSetupProps): ReactNode {
  const t = useT();
  const confirm = useConfirmSecondFactor(onConfirmed);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    if (!confirm.isPending) confirm.mutate(code);
  }
  return (
    <div className={styles.setup}>
      <div className={styles.picture}>
        <QrCode text={secret.uri} label={t('account.second.scan')} />
      </div>
      <form className={formStyles.form} onSubmit={handleSubmit} noValidate>
        <p>{t('account.second.scan')}</p>
        <p className={styles.secret}>
          {t('account.second.type')} <code dir="ltr">{secret.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <TextField
          label={t('account.second.shows')}
          name="code"
          inputMode="numeric"
          dir="ltr"
          autoComplete="one-time-code"
          autoFocus
          problem={confirm.isError ? describeGuessFailure(confirm.error, t) : undefined}
        />
        <FormButtons go={t('account.second.confirm')} isPending={confirm.isPending} onCancel={onCancel} />
      </form>
    </div>
  );
}
