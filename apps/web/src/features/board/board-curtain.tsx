import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { useBoard } from './board-context.ts';
import styles from './board-curtain.module.css';
import { stoppedByOthers } from './notices.ts';
import { useObservable } from './use-observable.ts';

/** In place of the board while another school has stopped everything: what that means, and that nothing is lost (P39). */
export function BoardCurtain(): ReactNode {
  const t = useT();
  const { session, you, schools } = useBoard();
  const others = stoppedByOthers(useObservable(session.rules), you.school);
  if (others.length === 0) return null;
  const names = listWords(others.map((id) => schools.find((school) => school.id === id)?.shortName ?? ''));
  const isPupil = you.role === 'pupil';
  return (
    <div role="status" className={styles.curtain}>
      <Hand aria-hidden />
      <p className={styles.title}>{t('board.curtain.title')}</p>
      <p>{isPupil ? t('board.curtain.pupil') : t('board.curtain.staff', { schools: names, count: others.length })}</p>
    </div>
  );
}
