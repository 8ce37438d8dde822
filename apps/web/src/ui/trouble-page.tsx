import { Check, House, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';

import { brokenBridge } from '../drawings/broken-bridge.ts';
import { DrawingView } from '../drawings/drawing-view.tsx';
import { useT } from '../i18n/translate.ts';
import { Brand } from './brand.tsx';
import { Button } from './button.tsx';
import { buttonClass } from './button-look.ts';
import { Row, RowList } from './row-list.tsx';
import styles from './trouble-page.module.css';

type TroublePageProps = {
  readonly trouble: 'error' | 'full' | 'notFound' | 'offline' | 'updated';
  /** For the teacher: what to tell whoever looks after Bridgeboard. */
  readonly code: string;
};

/** What happened, what is safe, what to do, and a code for the teacher. */
export function TroublePage({ trouble, code }: TroublePageProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand />
      </header>
      <div className={styles.drawing}>
        <DrawingView drawing={brokenBridge} />
      </div>
      <main id="main" className={styles.main}>
        <h1>{t(`trouble.${trouble}.title`)}</h1>
        <p className={styles.lead}>{t(`trouble.${trouble}.lead`)}</p>
        <RowList>
          <Row icon={Check} title={t(`trouble.${trouble}.safe`)} detail={t(`trouble.${trouble}.safeText`)} />
          <Row icon={RotateCw} title={t(`trouble.${trouble}.next`)} detail={t(`trouble.${trouble}.nextText`)} />
        </RowList>
        <div className={styles.actions}>
          {trouble === 'notFound' ? null : (
            <Button look="primary" size="touch" icon={RotateCw} onClick={() => location.reload()}>
              {t('app.retry')}
            </Button>
          )}
          {/* The front door is the server's page, so this leaves the app. */}
          <a href="/" className={buttonClass({ look: trouble === 'notFound' ? 'primary' : 'plain', size: 'touch' })}>
            <House aria-hidden />
            {t('trouble.home')}
          </a>
        </div>
        <p className={styles.code}>
          {t('trouble.forTeacher')} <strong>{code}</strong>
        </p>
      </main>
    </div>
  );
}
