import type { BoardPeople } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { isolate } from '../../lib/isolate.ts';
import { SchoolMark } from '../../ui/school-mark.tsx';
import styles from './people-screen.module.css';

/** Schools that were on the board once: where what their people made has gone. */
export function LeftSchools({ people }: { readonly people: BoardPeople }): ReactNode {
  const t = useT();
  const zone = people.schools.find(({ isOwn }) => isOwn)?.school.timeZone ?? 'UTC';
  if (people.left.length === 0) return null;
  return (
    <ul role="list" className={styles.left}>
      {people.left.map(({ school, at }) => {
        const date = formatDate(new Date(at), zone, formatLocale());
        return (
          <li key={`${school.id} ${at}`}>
            <SchoolMark slot={school.mark} />
            <span>{t('permissions.left', { school: isolate(school.name), date })}</span>
          </li>
        );
      })}
    </ul>
  );
}
