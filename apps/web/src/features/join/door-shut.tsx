import type { ReactNode } from 'react';

import { pinPictures } from '../../drawings/pin-pictures.ts';
import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Lobby } from './join-api.ts';
import { JoinFrame } from './join-frame.tsx';

type DoorShutProps = {
  readonly lobby: Lobby;
  readonly onLeave: () => void;
};

/** The lesson is over or has not begun. The page keeps looking, so nobody has to press anything when the door opens. */
export function DoorShut({ lobby, onLeave }: DoorShutProps): ReactNode {
  const t = useT();
  const teacher = lobby.staff.length === 0 ? t('lobby.aTeacher') : listWords(lobby.staff, 'disjunction');
  return (
    <JoinFrame onBack={onLeave} backLabel={t('lobby.leave')} title={t('lobby.shutTitle')} lead={t('lobby.shutLead')}>
      <EmptyState drawing={pinPictures.moon} title={t('lobby.shutSafe')} text={t('lobby.shutText', { teacher })} />
    </JoinFrame>
  );
}
