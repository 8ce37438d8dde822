import type { BoardMembers, BoardPeople, BoardSchool } from '@bridgeboard/protocol';
import { Hand, Play } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { ClassRow } from './class-row.tsx';
import type { FamilyPage } from './families-api.ts';
import { HoursEditor } from './hours-editor.tsx';
import { LevelMenu } from './level-menu.tsx';
import { MembersEditor } from './members-editor.tsx';
import { ModeMenu } from './mode-menu.tsx';
import type { PermissionChanges } from './permissions-api.ts';
import styles from './school-part.module.css';
import { SwitchRow } from './switch-row.tsx';

type SchoolPartProps = {
  readonly part: BoardSchool;
  readonly people: BoardPeople;
  /** Null while it is not known who takes part. */
  readonly members: BoardMembers | null;
  readonly changes: PermissionChanges;
  readonly family: FamilyPage | null;
};

/** One school's rows: its staff, its pupils, its classes, its families. Only the own school's have menus. */
export function SchoolPart({ part, people, members, changes, family }: SchoolPartProps): ReactNode {
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
        <FamiliesRow school={school} maySee={people.familiesSee} pieces={family?.pieces.get(school.id) ?? 0} />
      </ul>
      {isOwn ? (
        <OwnSwitches part={part} members={members} changes={changes} />
      ) : (
        <Theirs school={school.id} members={members} />
      )}
    </section>
  );
}

function PupilsRow({ part, people, changes }: Omit<SchoolPartProps, 'family' | 'members'>): ReactNode {
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

type FamiliesRowProps = {
  readonly school: BoardSchool['school'];
  readonly maySee: boolean;
  /** Pieces of the school on the page for families. */
  readonly pieces: number;
};

/** What families come to see is chosen where a board is published; nothing is theirs to change. */
function FamiliesRow({ school, maySee, pieces }: FamiliesRowProps): ReactNode {
  const t = useT();
  return (
    <li className={styles.row}>
      <span>
        <strong>{t('permissions.families', { school: school.shortName })}</strong>{' '}
        {maySee && <span className={styles.quiet}>{t('permissions.families.pieces', { count: pieces })}</span>}
      </span>
      <span className={styles.fixed}>{t(maySee ? 'permissions.families.look' : 'permissions.families.nothing')}</span>
      <span className={styles.fixed}>{t('permissions.families.noWork')}</span>
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

type TheirsProps = { readonly school: string; readonly members: BoardMembers | null };

/** What another school has set for itself: how many take part, where it is not everybody, and no names. */
function Theirs({ school, members }: TheirsProps): ReactNode {
  const t = useT();
  const { classes = null, pupils = 0 } = members?.others.find((other) => other.school.id === school) ?? {};
  return (
    <p className={styles.note}>
      {classes !== null && `${t('permissions.members.theirs', { classes, pupils })} `}
      {t('permissions.theirs')}
    </p>
  );
}

function OwnSwitches({ part, members, changes }: Pick<SchoolPartProps, 'part' | 'members' | 'changes'>): ReactNode {
  const t = useT();
  return (
    <div className={styles.switches}>
      {members !== null && <MembersEditor members={members} changes={changes} />}
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
