import type { StaffLine } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { Failure } from './failure.tsx';
import { useEndAccount } from './school-api.ts';
import styles from './school.module.css';

/** The end of somebody's account: asked once, because it cannot be undone. */
export function EndAccount({ member }: { readonly member: StaffLine }): ReactNode {
  const t = useT();
  const name = isolate(member.name);
  const [isAsked, setAsked] = useState(false);
  const end = useEndAccount(member.id, () => showToast({ text: t('school.ended', { name }) }));
  function handleEnd(): void {
    if (!end.isPending) end.mutate();
  }
  return (
    <>
      <Button onClick={() => setAsked(true)} aria-label={t('school.endOf', { name })}>
        {t('school.end')}
      </Button>
      {isAsked && (
        <Dialog title={t('school.endTitle', { name })} onClose={() => setAsked(false)}>
          <div className={styles.form}>
            <p>{t('school.endText', { name })}</p>
            <Failure error={end.error} />
            <div className={styles.buttons}>
              <Button onClick={() => setAsked(false)} autoFocus>
                {t('school.endKeep')}
              </Button>
              <Button look="danger" onClick={handleEnd} unavailable={end.isPending ? t('app.loading') : undefined}>
                {t('school.end')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
