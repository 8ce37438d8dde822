import type { BoardSchool } from '@bridgeboard/protocol';
import { ChevronDown, ChevronUp, Hand, Play } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { LevelMenu } from './level-menu.tsx';
import type { PermissionChanges } from './permissions-api.ts';
import styles from './school-part.module.css';

type SchoolClass = BoardSchool['classes'][number];
type ClassRowProps = { readonly one: SchoolClass; readonly changes: PermissionChanges };

/** A class with its level, and on demand its pupils who have been on the board, each with their own. */
export function ClassRow({ one, changes }: ClassRowProps): ReactNode {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const others = one.pupils.filter(({ level }) => level !== one.level).length;
  return (
    <>
      <li className={styles.row}>
        <span>
          <strong dir="auto">{one.name}</strong>{' '}
          <span className={styles.quiet}>
            {t('permissions.inClass', { count: one.size })}
            {others > 0 && ` · ${t('permissions.differ', { count: others })}`}
          </span>
        </span>
        <LevelMenu
          who={one.name}
          level={one.level}
          onChange={(level) => changes.level({ whom: { class: one.id }, level })}
        />
        <Button
          look="plain"
          icon={isOpen ? ChevronUp : ChevronDown}
          aria-expanded={isOpen}
          unavailable={one.pupils.length === 0 ? t('permissions.nobodyYet') : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('permissions.oneByOne')}
        </Button>
      </li>
      {isOpen && one.pupils.map((pupil) => <PupilRow key={pupil.author} pupil={pupil} changes={changes} />)}
    </>
  );
}

type PupilRowProps = { readonly pupil: SchoolClass['pupils'][number]; readonly changes: PermissionChanges };

function PupilRow({ pupil, changes }: PupilRowProps): ReactNode {
  const t = useT();
  const { author, name, level, frozen } = pupil;
  return (
    <li className={`${styles.row} ${styles.pupil}`}>
      <span dir="auto">{name}</span>
      <LevelMenu who={name} level={level} onChange={(next) => changes.level({ whom: { author }, level: next })} />
      <Button
        look="plain"
        icon={frozen ? Play : Hand}
        aria-label={t(frozen ? 'permissions.goOnOne' : 'permissions.stopOne', { name })}
        onClick={() => changes.freeze({ whom: { author }, frozen: !frozen })}
      >
        {t(frozen ? 'permissions.goOn' : 'permissions.stop')}
      </Button>
    </li>
  );
}
