import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { Button } from './button.tsx';
import styles from './form-buttons.module.css';

type FormButtonsProps = {
  /** What sending the form does. */
  readonly go: string;
  readonly isPending: boolean;
  readonly onCancel: () => void;
};

/** The end of a form that takes the place of what it changes: do it, or leave it. */
export function FormButtons({ go, isPending, onCancel }: FormButtonsProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.buttons}>
      <Button type="submit" look="primary" unavailable={isPending ? t('app.loading') : undefined}>
        {go}
      </Button>
      <Button look="plain" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}
