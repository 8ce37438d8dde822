import type { BoardPeople } from '@bridgeboard/protocol';
import { Hand, Play } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import styles from './people-screen.module.css';
import type { PermissionChanges } from './permissions-api.ts';
import { SwitchRow } from './switch-row.tsx';

type ForEverybodyProps = { readonly people: BoardPeople; readonly changes: PermissionChanges };

/** What holds for all schools of the board alike. */
export function ForEverybody({ people, changes }: ForEverybodyProps): ReactNode {
  const t = useT();
  const { frozen, cursorsOff, pages } = people;
  return (
    <section className={styles.everybody}>
      <h2 className={styles.title}>{t('permissions.everybody')}</h2>
      <Button wide icon={frozen ? Play : Hand} onClick={() => changes.freeze({ whom: { all: true }, frozen: !frozen })}>
        {t(frozen ? 'permissions.goOnAll' : 'permissions.stopAll')}
      </Button>
      <SwitchRow label={t('permissions.pointers')} isOn={!cursorsOff} onChange={(shown) => changes.cursors(shown)} />
      <h3 className={styles.subtitle}>{t('permissions.staffPages')}</h3>
      {pages.map(({ id, name, staffOnly }, at) => (
        <SwitchRow
          key={id}
          label={/^\d*$/.test(name) ? t('board.page.name', { number: at + 1 }) : name}
          isOn={staffOnly}
          onChange={(isOn) => changes.page({ page: id, staffOnly: isOn })}
        />
      ))}
      <p className={styles.hint}>{t('permissions.lockHint')}</p>
    </section>
  );
}
