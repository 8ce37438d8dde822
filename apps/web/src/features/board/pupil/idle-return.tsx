import { Hand } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { firstNameOf } from '../../../lib/first-name.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './idle-return.module.css';
import { IdleWatch } from './idle-watch.ts';

const askAfterMs = 15_000;
const leaveAfterMs = 5_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

type IdleReturnProps = { readonly name: string; readonly onLeave: () => void };

/** On a tablet that goes round: who puts it down is asked, and then the next one finds the names. */
export function IdleReturn({ name, onLeave }: IdleReturnProps): ReactNode {
  const t = useT();
  const [isAsking, setIsAsking] = useState(false);
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const watch = new IdleWatch({
      timers: { after: startTimer },
      askAfterMs,
      leaveAfterMs,
      onAsk: setIsAsking,
      onLeave: () => leave(),
    });
    watch.touched();
    for (const sign of signsOfLife) addEventListener(sign, watch.touched, { capture: true, passive: true });
    return () => {
      watch.stop();
      for (const sign of signsOfLife) removeEventListener(sign, watch.touched, { capture: true });
    };
  }, []);
  return (
    <div role="status" className={styles.place}>
      {isAsking && (
        <div className={styles.card}>
          <p>{t('pass.stillHere', { name: firstNameOf(name) })}</p>
          <Button look="primary" size="touch" icon={Hand}>
            {t('pass.iAm')}
          </Button>
        </div>
      )}
    </div>
  );
}

function startTimer(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
