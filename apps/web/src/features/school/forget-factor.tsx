import type { StaffLine } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { Failure } from './failure.tsx';
import { useForgetFactor } from './school-api.ts';
import styles from './school.module.css';

/** For a colleague who has lost their app and their passkeys: asked once, because until they set up another a password is all there is. */
export function ForgetFactor({ member }: { readonly member: StaffLine }): ReactNode {
  const t = useT();
  const name = isolate(member.name);
  const [isAsked, setAsked] = useState(false);
  const forget = useForgetFactor(member.id, () => {
    showToast({ text: t('school.factorForgotten', { name }) });
    setAsked(false);
  });
  function handleForget(): void {
    if (!forget.isPending) forget.mutate();
  }
  return (
    <>
      <Button onClick={() => setAsked(true)} aria-label={t('school.forgetFactorOf', { name })}>
        {t('school.forgetFactor')}
      </Button>
      {isAsked && (
        <Dialog title={t('school.forgetFactorTitle', { name })} onClose={() => setAsked(false)}>
          <div className={styles.form}>
            <p>{t('school.forgetFactorText', { name })}</p>
            <Failure error={forget.error} />
            <div className={styles.buttons}>
              <Button onClick={() => setAsked(false)} autoFocus>
                {t('app.cancel')}
              </Button>
              <Button
                look="danger"
                onClick={handleForget}
                unavailable={forget.isPending ? t('app.loading') : undefined}
              >
                {t('school.forgetFactorGo')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
