import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { SignIcon } from '../../ui/sign-icon.tsx';
import type { PieceContent } from './case-words.ts';
import styles from './case-remarks.module.css';

/** What is said in a case, whole, each with the piece that it is about (CO10). */
export function CaseRemarks({ item }: { readonly item: Pick<PieceContent, 'remarks'> }): ReactNode {
  const t = useT();
  if (item.remarks.length === 0) return null;
  return (
    <ul role="list" className={styles.remarks} aria-label={t('queue.remarks')}>
      {item.remarks.map(({ text, sign, about }, place) => (
        <li key={place} className={styles.remark}>
          {about !== item.remarks[place - 1]?.about && (
            <span className={styles.about}>
              {about === '' ? t('queue.remarkOnDrawing') : t('queue.remarkOn', { piece: about })}
            </span>
          )}
          {text !== null && (
            <span dir="auto" className={styles.words}>
              {text}
            </span>
          )}
          {sign !== null && (
            <span className={styles.sign}>
              <SignIcon sign={sign} />
              {t(`remark.sign.${sign}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
