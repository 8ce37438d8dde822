import { Check, CircleAlert, Info, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { buttonClass } from './button-look.ts';
import { classNames } from './class-names.ts';
import styles from './toast-card.module.css';

/** done: it worked · note: good to know, neither praise nor blame · problem: it did not work. */
export type ToastTone = 'done' | 'note' | 'problem';

const icons = { done: Check, note: Info, problem: CircleAlert } as const;

type ToastCardProps = {
  readonly text: string;
  readonly tone?: ToastTone;
  readonly onUndo?: () => void;
  readonly onClose: () => void;
};

/** One toast: icon, words, Undo, close. */
export function ToastCard({ text, tone = 'done', onUndo, onClose }: ToastCardProps): ReactNode {
  const t = useT();
  const Icon = icons[tone];
  function handleUndo(): void {
    onUndo?.();
    onClose();
  }
  return (
    <div className={classNames(styles.card, styles[tone])}>
      <Icon aria-hidden className={styles.icon} />
      <p className={styles.text}>{text}</p>
      {onUndo !== undefined && (
        <button type="button" className={buttonClass({ look: 'quiet', hasIcon: true })} onClick={handleUndo}>
          <Undo2 aria-hidden />
          {t('app.undo')}
        </button>
      )}
      <button
        type="button"
        aria-label={t('app.close')}
        className={buttonClass({ look: 'plain', iconOnly: true })}
        onClick={onClose}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}
