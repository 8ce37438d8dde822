import { ArrowLeftRight, Clock, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';

import { LobbyPond } from '../../drawings/lobby-pond.tsx';
import { useT } from '../../i18n/translate.ts';
import { firstNameOf } from '../../lib/first-name.ts';
import { isolate } from '../../lib/isolate.ts';
import { listWords } from '../../lib/list-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Lobby as LobbyAnswer } from './join-api.ts';
import { JoinFrame } from './join-frame.tsx';
import { LobbyBoard } from './lobby-board.tsx';
import styles from './lobby.module.css';

type LobbyProps = {
  readonly lobby: LobbyAnswer;
  /** The time zone of the pupil's own school, for the clocks; unknown while it loads. */
  readonly ownSchool: string | undefined;
  /** Asking fails right now: what is shown is what was known last. */
  readonly offline: boolean;
  readonly onLeave: () => void;
  readonly onSwitch: () => void;
};

/** The class waits on stepping stones, and one sentence says who opens the door. */
export function Lobby({ lobby, ownSchool, offline, onLeave, onSwitch }: LobbyProps): ReactNode {
  const t = useT();
  const you = lobby.friends.find((friend) => friend.you)?.name ?? '';
  const others = lobby.friends.filter((friend) => !friend.you).length;
  return (
    <JoinFrame
      onBack={onLeave}
      backLabel={t('lobby.leave')}
      end={
        <Button look="plain" size="touch" icon={ArrowLeftRight} onClick={onSwitch}>
          {t('join.switch', { name: firstNameOf(you) })}
        </Button>
      }
      title={t('lobby.title', { name: firstNameOf(you) })}
      lead={
        <span className={styles.lead}>
          <span>{t('lobby.friends', { count: others, class: lobby.className })}</span>
          <LobbyBadge staff={lobby.staff} offline={offline} />
        </span>
      }
    >
      <div className={styles.wide}>
        <LobbyPond
          friends={lobby.friends.map(({ name, avatar, you: isYou }, index) => ({
            id: `${index}`,
            name: isYou ? t('lobby.you', { name: firstNameOf(name) }) : isolate(name),
            picture: avatar,
            isYou,
          }))}
        />
      </div>
      {lobby.board !== null && <LobbyBoard board={lobby.board} ownSchool={ownSchool} />}
    </JoinFrame>
  );
}

function LobbyBadge({ staff, offline }: { readonly staff: readonly string[]; readonly offline: boolean }): ReactNode {
  const t = useT();
  if (offline) {
    return (
      <Badge tone="wait" icon={WifiOff}>
        {t('lobby.offline')}
      </Badge>
    );
  }
  const text =
    staff.length === 0 ? t('lobby.yourTeacher') : t('lobby.letsYouIn', { teacher: listWords(staff, 'disjunction') });
  return (
    <strong className={styles.who}>
      <Badge tone="wait" icon={Clock}>
        {text}
      </Badge>
    </strong>
  );
}
