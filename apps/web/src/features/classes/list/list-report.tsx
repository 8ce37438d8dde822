import { Check, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import styles from './list.module.css';
import type { ListLine } from './read-names.ts';

/** Line by line: its number, what stands there, and what becomes of it. */
export function ListReport({ lines }: { readonly lines: readonly ListLine[] }): ReactNode {
  const t = useT();
  const wrong = lines.filter((line) => line.wrong !== null).length;
  return (
    <div className={styles.report}>
      <p role="status" className={styles.summary}>
        {t('classes.list.summary', { good: lines.length - wrong, wrong })}
      </p>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{t('classes.list.line')}</th>
            <th scope="col">{t('classes.list.read')}</th>
            <th scope="col">{t('classes.list.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} data-wrong={line.wrong !== null}>
              <td className={styles.number}>{line.number}</td>
              <td dir="auto" className={styles.read}>
                {line.cells.filter((cell) => cell !== '').join(' · ')}
              </td>
              <td>
                <Outcome line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ line: { name, wrong } }: { readonly line: ListLine }): ReactNode {
  const t = useT();
  if (wrong === null) {
    return (
      <span className={styles.good}>
        <Check aria-hidden />
        <bdi>{name}</bdi>
      </span>
    );
  }
  return (
    <span className={styles.wrong}>
      <CircleAlert aria-hidden />
      {wrong === 'TWICE' ? t('classes.list.twice') : t(`error.${wrong}`)}
    </span>
  );
}
