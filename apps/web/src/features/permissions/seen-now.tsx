import type { BoardPeople } from '@bridgeboard/protocol';
import { Globe, GraduationCap, Lock, Users } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Row, RowList } from '../../ui/row-list.tsx';
import type { FamilyPage } from './families-api.ts';
import styles from './people-screen.module.css';

type SeenNowProps = { readonly people: BoardPeople; readonly family: FamilyPage | null };

/** How much is seen by whom right now. What waits is the own school's: of others' nobody here may know. */
export function SeenNow({ people, family }: SeenNowProps): ReactNode {
  const t = useT();
  const { held, school, board } = people.counts;
  const rows = [
    { id: 'held', icon: Lock, count: held },
    { id: 'school', icon: GraduationCap, count: school },
    { id: 'board', icon: Users, count: board },
    { id: 'families', icon: Globe, count: people.familiesSee ? (family?.all ?? 0) : 0 },
  ] as const;
  return (
    <section>
      <h2 id="seen-now" className={styles.title}>
        {t('permissions.now')}
      </h2>
      <RowList labelledBy="seen-now">
        {rows.map(({ id, icon, count }) => (
          <Row
            key={id}
            icon={icon}
            title={t(`permissions.now.${id}`)}
            detail={t(`permissions.now.${id}.detail`)}
            end={<strong className={styles.count}>{count}</strong>}
          />
        ))}
      </RowList>
    </section>
  );
}
