import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './school-mark.module.css';

/** A school's place in its partnership; each has a colour and a pattern, and none is first. */
export type SchoolSlot = 'a' | 'b' | 'c' | 'd';

export const schoolSlots: readonly SchoolSlot[] = ['a', 'b', 'c', 'd'];

type SchoolMarkProps = {
  readonly slot: SchoolSlot;
  /** Short name beside the mark. Leave out only where the name already stands next to it. */
  readonly name?: string | undefined;
  readonly strong?: boolean | undefined;
};

/** A school: colour, pattern and short name. */
export function SchoolMark({ slot, name, strong = false }: SchoolMarkProps): ReactNode {
  const swatch = <span aria-hidden className={classNames(styles.swatch, styles[slot])} />;
  if (name === undefined) return swatch;
  return (
    <span className={classNames(styles.mark, strong && styles.strong)}>
      {swatch}
      <span>{name}</span>
    </span>
  );
}
