import type { ReactNode } from 'react';

import styles from './avatar.module.css';
import { classNames } from './class-names.ts';
import { initialsOf } from './initials-of.ts';
import type { SchoolSlot } from './school-mark.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type AvatarProps = {
  readonly name: string;
  /** What stands in the circle: initials of own people, the number of a partner's pupil. Worked out from the name if left out. */
  readonly short?: string;
  readonly slot: SchoolSlot;
};

/** A person as a soft circle in their school's colour. */
export function Avatar({ name, short, slot }: AvatarProps): ReactNode {
  return (
    <span title={name} className={classNames(styles.avatar, styles[slot])}>
      <span aria-hidden>{short ?? initialsOf(name)}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}
