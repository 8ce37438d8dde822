import type { PupilLevel } from '@bridgeboard/protocol';
import { Eye, MessageCircle, Pencil, PencilRuler } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Select } from '../../ui/select.tsx';

const icons = { view: Eye, comment: MessageCircle, own: Pencil, all: PencilRuler } as const;
const levels: readonly PupilLevel[] = ['view', 'comment', 'own', 'all'];

type LevelMenuProps = {
  /** Whose level it is: read aloud. */
  readonly who: string;
  readonly level: PupilLevel;
  readonly onChange: (level: PupilLevel) => void;
};

/** What somebody may do: look, react and comment, add own work, change everybody's. */
export function LevelMenu({ who, level, onChange }: LevelMenuProps): ReactNode {
  const t = useT();
  const options = levels.map((value) => ({ value, label: t(`permissions.level.${value}`), icon: icons[value] }));
  return <Select label={t('permissions.levelOf', { who })} value={level} options={options} onChange={onChange} />;
}
