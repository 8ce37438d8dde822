import { staffRole } from '@bridgeboard/protocol';
import type { StaffRole } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import type { Translate } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import styles from './school.module.css';

const allRoles = staffRole.options;

type RolesFieldProps = {
  readonly legend: string;
  readonly chosen: readonly StaffRole[];
  /** A role that goes without saying here. */
  readonly without?: StaffRole;
  readonly problem?: string | undefined;
};

/** Roles of staff, each with what it is for. */
export function RolesField({ legend, chosen, without, problem }: RolesFieldProps): ReactNode {
  const t = useT();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {allRoles
        .filter((role) => role !== without)
        .map((role) => (
          <CheckField
            key={role}
            label={t(`school.role.${role}`)}
            hint={t(`school.role.${role}Hint`)}
            name="role"
            value={role}
            defaultChecked={chosen.includes(role)}
          />
        ))}
      {problem !== undefined && (
        <p role="alert" className={styles.failure}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

export function readRoles(form: FormData): StaffRole[] {
  const given = form.getAll('role');
  return allRoles.filter((role) => given.includes(role));
}

/** "Teacher and Safeguarding lead". */
export function rolesInWords(roles: readonly StaffRole[], t: Translate): string {
  return listWords(allRoles.filter((role) => roles.includes(role)).map((role) => t(`school.role.${role}`)));
}
