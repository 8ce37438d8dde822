import { useState } from 'react';
import type { ReactNode } from 'react';
import { useValue } from 'tldraw';
import type { Editor } from 'tldraw';

import { useBoard } from '../board-context.ts';
import { BoardNotices } from '../board-notices.tsx';
import { BoardStage } from '../board-stage.tsx';
import { restOf } from '../notices.ts';
import type { Rest } from '../notices.ts';
import { mayRemark } from '../remarks/may-remark.ts';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { useObservable } from '../use-observable.ts';
import { AnswersToWork } from './answers-to-work.tsx';
import styles from './pupil-board.module.css';
import { PupilTopBar } from './pupil-top-bar.tsx';
import { RestCard } from './rest-card.tsx';
import type { SharedTablet } from './shared-tablet.ts';
import { useRest } from './use-rest.ts';

type PupilBoardProps = { readonly onLeave: () => void; readonly tablet: SharedTablet | undefined };

/** Who can only look on may move about, and where it is allowed say something. */
function toolAtRest(rest: Rest | null): 'hand' | 'comment' | null {
  if (rest === null) return null;
  return mayRemark(rest) ? 'comment' : 'hand';
}

/** A live board as a pupil sees it: few words, large targets, the own work and what became of it. */
export function PupilBoard({ onLeave, tablet }: PupilBoardProps): ReactNode {
  const [editor, setEditor] = useState<Editor | null>(null);
  const { session, you, schools } = useBoard();
  const page = useValue('page', () => editor?.getCurrentPageId() ?? null, [editor]);
  const rules = useObservable(session.rules);
  const rest = restOf({ you, schools, page, rules, standing: useObservable(session.standing) });
  useRest(editor, toolAtRest(rest));
  return (
    <div className={styles.page}>
      <AnswersToWork editor={editor} />
      <PupilTopBar editor={editor} onLeave={onLeave} tablet={tablet} />
      <BoardNotices />
      <BoardStage
        editor={editor}
        onReady={setEditor}
        startWith="draw"
        middle={(ready) => (rest === null ? <Toolbar editor={ready} forWhom="pupil" /> : <RestCard rest={rest} />)}
      />
    </div>
  );
}
