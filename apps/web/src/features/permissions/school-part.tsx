import type { BoardPeople, BoardSchool } from '@bridgeboard/protocol';
import { Hand, Play } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { ClassRow } from './class-row.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { LevelMenu } from './level-menu.tsx';
import { ModeMenu } from './mode-menu.tsx';
import type { PermissionChanges } from './permissions-api.ts';
import styles from './school-part.module.css';
import { SwitchRow } from './switch-row.tsx';

type SchoolPartProps = {
  readonly part: BoardSchool;
  readonly people: BoardPeople;
  readonly changes: PermissionChanges;
};

/** One school's rows: its staff, its pupils, its classes. Only the own school's have menus. */
export function SchoolPart({ part, people, changes }: SchoolPartProps): ReactNode {
  const t = useT();
  const { school, isOwn } = part;
  const heading = `school-${school.id}`;
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.name}>
          <SchoolMark slot={school.mark} />
          <span dir="auto">{`${school.name}, ${school.place}`}</span>
        </h2>
        <FreezeButton part={part} changes={changes} />
      </div>
      <div aria-hidden className={styles.columns}>
        <span />
        <span>{t('permissions.can')}</span>
        <span>{t('permissions.seen')}</span>
      </div>
      <ul role="list" className={styles.list}>
        {part.staff.map((name) => (
          <li key={name} className={styles.row}>
            <strong dir="auto">{name}</strong>
            <span className={styles.fixed}>{t('permissions.runs')}</span>
            <span className={styles.fixed}>{t('permissions.atOnce')}</span>
          </li>
        ))}
        <PupilsRow part={part} people={people} changes={changes} />
        {part.classes.map((one) => (
          <ClassRow key={one.id} one={one} changes={changes} />
        ))}
      </ul>
      {isOwn ? <OwnSwitches part={part} changes={changes} /> : <p className={styles.note}>{t('permissions.theirs')}</p>}
    </section>
  );
}

function PupilsRow({ part, people, changes }: SchoolPartProps): ReactNode {
  const t = useT();
  const { isOwn, level, mode, school } = part;
  const name = t('permissions.pupilsOf', { school: school.shortName });
  return (
    <li className={styles.row}>
      <span>
        <strong>{name}</strong> <span className={styles.quiet}>{t('permissions.here', { count: part.pupils })}</span>
      </span>
      {isOwn ? (
        <LevelMenu
          who={name}
          level={level}
          onChange={(next) => changes.level({ whom: { school: 'own' }, level: next })}
        />
      ) : (
        <span className={styles.fixed}>{t(`permissions.level.${level}`)}</span>
      )}
      {isOwn ? (
        <ModeMenu
          part={part}
          openAllowed={people.openAllowed}
          checkedBy={people.checkedBy}
          onChange={(next) => changes.school({ mode: next })}
        />
      ) : (
        <span className={styles.fixed}>{t(`permissions.mode.${mode}`, { school: school.shortName })}</span>
      )}
    </li>
  );
}

function FreezeButton({ part, changes }: Pick<SchoolPartProps, 'part' | 'changes'>): ReactNode {
  const t = useT();
  const { school, frozen } = part;
  return (
    <Button
      look="quiet"
      icon={frozen ? Play : Hand}
      aria-label={t(frozen ? 'permissions.goOnSchool' : 'permissions.stopSchool', { school: school.shortName })}
      onClick={() => changes.freeze({ whom: { school: school.id }, frozen: !frozen })}
    >
      {t(frozen ? 'permissions.goOn' : 'permissions.stop')}
    </Button>
  );
}

function OwnSwitches({ part, changes }: Pick<SchoolPartProps, 'part' | 'changes'>): ReactNode {
  const t = useT();
  return (
    <div className={styles.switches}>
      <SwitchRow
        label={t('permissions.needsTeacher')}
        hint={t('permissions.needsTeacherHint')}
        isOn={part.needsTeacher}
        onChange={(needsTeacher) => changes.school({ needsTeacher })}
      />
      <SwitchRow
        label={t('permissions.looksFirst')}
        hint={t('permissions.looksFirstHint')}
        isOn={part.looksFirst}
        onChange={(looksFirst) => changes.school({ looksFirst })}
      />
      <HoursEditor hours={part.hours} place={part.school.place} onChange={(hours) => changes.school({ hours })} />
    </div>
  );
}
