import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { Row, RowList } from '../../ui/row-list.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import styles from './home-section.module.css';
import type { Partnered } from './partnerships.ts';

/** The schools this school works with. */
export function PartnershipList({ partnerships }: { readonly partnerships: readonly Partnered[] }): ReactNode {
  const t = useT();
  if (partnerships.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="partnerships-title">
      <h2 id="partnerships-title" className={styles.title}>
        {t('home.partnerships')}
      </h2>
      <RowList labelledBy="partnerships-title">
        {partnerships.map(({ key, schools, boards }) => (
          <Row
            key={key}
            title={
              <>
                <span className={styles.marks}>
                  {schools.map((school) => (
                    <SchoolMark key={school.id} slot={school.mark} />
                  ))}
                </span>
                {listWords(schools.map(({ shortName }) => shortName))}
              </>
            }
            detail={t('home.partnership', { places: listWords(schools.map(({ place }) => place)), count: boards })}
          />
        ))}
      </RowList>
    </section>
  );
}
