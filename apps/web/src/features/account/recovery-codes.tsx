import { Copy, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import formStyles from './forms.module.css';
import styles from './recovery-codes.module.css';

type RecoveryCodesProps = {
  readonly codes: readonly string[];
  readonly onKept: () => void;
};

/** The recovery codes, this once: to print, to copy, and then gone. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  async function handleCopy(): Promise<void> {
    await navigator.clipboard.writeText(codes.join('\n'));
    showToast({ text: t('account.recovery.copied') });
  }
  return (
    <div className={styles.codes}>
      <h3 ref={heading} tabIndex={-1}>
        {t('account.recovery')}
      </h3>
      <p>{t('account.recovery.lead')}</p>
      <ol role="list" dir="ltr" className={styles.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={formStyles.buttons}>
        <Button look="primary" onClick={onKept}>
          {t('account.recovery.kept')}
        </Button>
        <Button icon={Printer} onClick={() => window.print()}>
          {t('account.recovery.print')}
        </Button>
        <Button icon={Copy} onClick={() => void handleCopy()}>
          {t('account.recovery.copy')}
        </Button>
      </div>
    </div>
  );
}
