import { CircleAlert, Clock, Eye, Hand, MousePointer2Off } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useBoard } from './board-context.ts';
import styles from './board-notices.module.css';
import { noticesOf } from './notices.ts';
import { useObservable } from './use-observable.ts';

const icons = { frozen: Hand, eye: Eye, wait: Clock, pointer: MousePointer2Off, problem: CircleAlert } as const;

/** What holds on this board now, in a line below the bar: who sees work at once, who may not draw, what is missing. */
export function BoardNotices(): ReactNode {
  const t = useT();
  const { session, you, schools, skipped } = useBoard();
  const facts = {
    you,
    schools,
    rules: useObservable(session.rules),
    standing: useObservable(session.standing),
    status: useObservable(session.status),
    skipped: useObservable(skipped.count),
  };
  const notices = noticesOf(facts);
  return (
    <div role="status" className={styles.notices}>
      {notices.map(({ kind, message, values }) => {
        const Icon = icons[kind];
        const words = t(message, values);
        return (
          <p key={words} className={styles[kind]}>
            <Icon aria-hidden />
            {words}
          </p>
        );
      })}
    </div>
  );
}
