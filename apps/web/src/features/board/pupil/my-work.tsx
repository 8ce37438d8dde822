import type { WorkPiece } from '@bridgeboard/protocol';
import { useState } from 'react';
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
import { WorkList } from '../work/work-list.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { MyWorkActions } from './my-work-actions.tsx';
import styles from './my-work.module.css';
import { countWork } from './own-cases.ts';

/** A pupil's own work in one chip: how many pieces wait and how many came back; behind it all of them, with what became of each. */
export function MyWork({ editor }: { readonly editor: Editor | null }): ReactNode {
  const t = useT();
  const { session, you } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const counts = countWork(useObservable(session.cases).values());
  const actions = (piece: WorkPiece): ReactNode =>
    editor !== null && <MyWorkActions editor={editor} piece={piece} onDone={() => setOpen(false)} />;
  return (
    <Popover
      label={t('board.myWork')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="touch" after={<Counts {...counts} />}>
          {t('board.myWork')}
        </Button>
      }
    >
      <div className={styles.work}>
        <WorkList author={you} none={t('board.myWork.none')} actions={actions} />
        <LostPages />
      </div>
    </Popover>
  );
}

/** Pages that went with own work on them (P17). */
function LostPages(): ReactNode {
  const t = useT();
  const { session } = useBoard();
  const lost = useObservable(session.lost);
  return lost.map(({ page, name }) => (
    <p key={page} className={styles.lost}>
      {t('board.page.lost', { name: pageName(name, t) })}
    </p>
  ));
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
      <VisuallyHidden where="phone">{words}</VisuallyHidden>
      <span aria-hidden className={styles.number}>
        {count}
      </span>
    </WorkBadge>
  );
}
