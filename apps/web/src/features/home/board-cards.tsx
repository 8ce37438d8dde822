import type { BoardLine } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { BoardCard } from './board-card.tsx';
import styles from './board-cards.module.css';
import section from './home-section.module.css';

type BoardCardsProps = {
  readonly boards: readonly BoardLine[];
  readonly zone: string;
  readonly now: number;
};

/** The boards as pictures with their state in words. */
export function BoardCards({ boards, zone, now }: BoardCardsProps): ReactNode {
  const t = useT();
  return (
    <section className={section.section} aria-labelledby="boards-title">
      <h2 id="boards-title" className={section.title}>
        {t('home.boards')}
      </h2>
      <ul role="list" className={styles.cards}>
        {boards.map((board) => (
          <BoardCard key={board.id} board={board} zone={zone} now={now} />
        ))}
      </ul>
    </section>
  );
}
