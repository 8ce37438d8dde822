import type { ReactNode } from 'react';

import { formatTwoClocks } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { useNow } from '../../lib/use-now.ts';
import { SchoolMark } from '../../ui/school-mark.tsx';
import type { Lobby } from './join-api.ts';
import styles from './lobby-board.module.css';

type LobbyBoardProps = {
  readonly board: NonNullable<Lobby['board']>;
  readonly ownSchool: string | undefined;
};

/** What the pupils wait for: the board's name, whose it is, and the time in both towns. */
export function LobbyBoard({ board, ownSchool }: LobbyBoardProps): ReactNode {
  const t = useT();
  const at = new Date(useNow(10_000));
  const here = board.schools.find((school) => school.id === ownSchool);
  const partner = board.schools.find((school) => school.id !== ownSchool);
  return (
    <section className={styles.card} aria-label={t('lobby.board')}>
      <div className={styles.words}>
        <h2 dir="auto">{board.title}</h2>
        {here !== undefined && partner !== undefined && (
          <p className={styles.clocks}>
            {formatTwoClocks({
              at,
              here: { zone: here.timeZone, town: here.place },
              there: { zone: partner.timeZone, town: partner.place },
              locale: formatLocale(),
              say: t,
            })}
          </p>
        )}
      </div>
      <div className={styles.schools}>
        {board.schools.map((school) => (
          <SchoolMark key={school.id} slot={school.mark} name={school.shortName} />
        ))}
      </div>
    </section>
  );
}
