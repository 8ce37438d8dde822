import type { CaseView } from '@bridgeboard/protocol';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { WorkBadge } from '../../../ui/badge.tsx';
import type { WorkState } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useBoard } from '../board-context.ts';
import { pageName } from '../page-name.ts';
import { useObservable } from '../use-observable.ts';
import styles from './my-work.module.css';
import { ownWork } from './own-cases.ts';
import { showCase } from './take-up-again.ts';

/** A pupil's own work in one chip: how many pieces wait, how many came back; each can be found on the board. */
export function MyWork({ editor }: { readonly editor: Editor | null }): ReactNode {
  const t = useT();
  const { session } = useBoard();
  const work = ownWork(useObservable(session.cases).values());
  const { waiting, returned, rejected } = work;
  const lost = useObservable(session.lost);
  const isEmpty = waiting.length + returned.length + rejected.length + lost.length === 0;
  return (
    <Popover
      label={t('board.myWork')}
      trigger={
        <Button size="touch" after={<Counts waiting={waiting.length} returned={returned.length} />}>
          {t('board.myWork')}
        </Button>
      }
    >
      {isEmpty && <p>{t('board.myWork.none')}</p>}
      <ul role="list" className={styles.list}>
        <Lines state="returned" cases={returned} editor={editor} />
        <Lines state="waiting" cases={waiting} editor={editor} />
        <Lines state="rejected" cases={rejected} editor={null} />
        {lost.map(({ page, name }) => (
          <li key={page} className={styles.line}>
            {t('board.page.lost', { name: pageName(name, t) })}
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function Counts({ waiting, returned }: { readonly waiting: number; readonly returned: number }): ReactNode {
  const t = useT();
  return (
    <>
      <Count state="waiting" count={waiting} words={t('state.waitingCount', { count: waiting })} />
      <Count state="returned" count={returned} words={t('state.returnedCount', { count: returned })} />
    </>
  );
}

type CountProps = { readonly state: WorkState; readonly count: number; readonly words: string };

function Count({ state, count, words }: CountProps): ReactNode {
  if (count === 0) return null;
  return (
    <WorkBadge state={state}>
      <span className={styles.words}>{words}</span>
      <span aria-hidden className={styles.number}>
        {count}
      </span>
    </WorkBadge>
  );
}

type LinesProps = {
  readonly state: WorkState;
  readonly cases: readonly CaseView[];
  /** Null where there is nothing to be found on the board. */
  readonly editor: Editor | null;
};

function Lines({ state, cases, editor }: LinesProps): ReactNode {
  const t = useT();
  const { session, remarks } = useBoard();
  const show = (on: Editor, one: CaseView): void => {
    showCase(on, session, one);
    const about = one.records.map((id) => session.records.get(id)?.['about']).find((id) => typeof id === 'string');
    if (typeof about === 'string') remarks.card.set({ piece: about, at: 'list' });
  };
  return cases.map((one) => (
    <li key={one.id} className={styles.line}>
      <div>
        <WorkBadge state={state} />
        {one.note !== undefined && (
          <p dir="auto" className={styles.note}>
            {one.note}
          </p>
        )}
      </div>
      {editor !== null && (
        <Button look="plain" icon={Search} onClick={() => show(editor, one)}>
          {t('board.myWork.show')}
        </Button>
      )}
    </li>
  ));
}
