import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import styles from './join-frame.module.css';

type JoinFrameProps = {
  readonly title: string;
  /** One short sentence below the title, read aloud when it changes. */
  readonly lead?: ReactNode;
  /** Leads one step back; left out on the first step. */
  readonly onBack?: () => void;
  readonly backLabel?: string;
  /** At the far side of the top: switching to another pupil, the language. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

/** One step of a pupil's way in: one question, large, and the way back. */
export function JoinFrame({ title, lead, onBack, backLabel, end, children }: JoinFrameProps): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // A new step is a new page: whoever listens or uses the keyboard starts at its title.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        {onBack === undefined ? (
          <span />
        ) : (
          <Button look="plain" size="touch" onClick={onBack}>
            <ArrowLeft aria-hidden className={styles.arrow} />
            {backLabel ?? t('app.back')}
          </Button>
        )}
        {end}
      </header>
      <main id="main" className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <div role="status" className={styles.lead}>
          {lead}
        </div>
        {children}
        <p className={styles.notice}>
          <ButtonLink look="plain" href={paths.notice}>
            {t('notice.title')}
          </ButtonLink>
        </p>
      </main>
    </div>
  );
}
