import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { SignInSteps } from '../../features/accounts/sign-in-steps.tsx';
import { DrawingView } from '../../drawings/drawing-view.tsx';
import { frontDoorScene } from '../../drawings/front-door-scene.ts';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Brand } from '../../ui/brand.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { paths } from '../paths.ts';
import styles from './sign-in-page.module.css';

/** Staff come in here. */
export function SignInPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  useDocumentTitle(t('signIn.title'));
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href={paths.frontDoor} className={styles.brand}>
          <Brand />
        </a>
        <LanguagePicker />
      </header>
      <main id="main" className={styles.main}>
        <div className={styles.words}>
          <h1>{t('signIn.title')}</h1>
          <p>{t('signIn.lead')}</p>
        </div>
        <SignInSteps onDone={() => navigate(paths.home, { replace: true })} />
        {/* The front door is the server's page, so this leaves the app. */}
        <a href={paths.frontDoor} className={buttonClass({ look: 'plain' })}>
          <Users aria-hidden />
          {t('signIn.pupil')}
        </a>
      </main>
      <div className={styles.scene}>
        <DrawingView drawing={frontDoorScene} />
      </div>
    </div>
  );
}
