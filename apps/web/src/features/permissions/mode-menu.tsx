import type { BoardMode, BoardSchool } from '@bridgeboard/protocol';
import { Clock, Eye, GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT, type Translate } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { Select } from '../../ui/select.tsx';
import styles from './school-part.module.css';

const icons = { held: Clock, 'own-school': GraduationCap, open: Eye } as const;
const modes: readonly BoardMode[] = ['held', 'own-school', 'open'];

type ModeMenuProps = {
  readonly part: BoardSchool;
  /** The charters of all schools let work be seen before a check. */
  readonly openAllowed: boolean;
  /** Schools whose rule it is that they do not. */
  readonly checkedBy: readonly string[];
  readonly onChange: (mode: BoardMode) => void;
};

/** By whom the own pupils' work is seen, and when. What the charters do not allow is not offered, and that is said. */
export function ModeMenu({ part, openAllowed, checkedBy, onChange }: ModeMenuProps): ReactNode {
  const t = useT();
  const { mode, school } = part;
  const offered = modes.filter((one) => one !== 'open' || openAllowed || mode === 'open');
  const options = offered.map((value) => ({
    value,
    label: t(`permissions.mode.${value}`, { school: school.shortName }),
    icon: icons[value],
  }));
  return (
    <span>
      <Select
        label={t('permissions.modeOf', { school: school.shortName })}
        value={mode}
        options={options}
        onChange={onChange}
      />
      {!openAllowed && <small className={styles.small}>{whyNotOpen(checkedBy, t)}</small>}
    </span>
  );
}

/** Why can't I: the line of the charter, and whose rule it is. */
function whyNotOpen(checkedBy: readonly string[], t: Translate): string {
  const reason = t('permissions.openNotAllowed');
  if (checkedBy.length === 0) return reason;
  return t('charter.why', { reason, line: t('charter.line.check'), schools: listWords(checkedBy) });
}
