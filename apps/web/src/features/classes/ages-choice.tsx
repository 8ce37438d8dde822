import { classAges, type ClassView } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useChangeClass } from './classes-api.ts';
import styles from './classes.module.css';

/** How old the pupils are: what they read is said so (AG1). */
export function AgesChoice({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  const t = useT();
  const change = useChangeClass(schoolClass.id);
  return (
    <section className={styles.section} aria-labelledby="ages-title">
      <h2 id="ages-title" className={styles.title}>
        {t('classes.agesTitle')}
      </h2>
      <div>
        <Select
          label={t('classes.agesTitle')}
          value={schoolClass.ages}
          options={classAges.options.map((ages) => ({ value: ages, label: t(`classes.ages.${ages}`) }))}
          onChange={(ages) =>
            change.mutate(
              { ages },
              { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) },
            )
          }
        />
      </div>
      <p className={styles.hint}>{t('classes.agesHint')}</p>
    </section>
  );
}
