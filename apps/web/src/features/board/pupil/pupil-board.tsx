import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { BoardStage } from '../board-stage.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { AnswersToWork } from './answers-to-work.tsx';
import styles from './pupil-board.module.css';
import { PupilTopBar } from './pupil-top-bar.tsx';

/** A live board as a pupil sees it: few words, large targets, the own work and what became of it. */
export function PupilBoard({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const [editor, setEditor] = useState<Editor | null>(null);
  return (
    <div className={styles.page}>
      <AnswersToWork />
      <PupilTopBar editor={editor} onLeave={onLeave} />
      <BoardStage
        editor={editor}
        onReady={setEditor}
        startWith="draw"
        middle={(ready) => <Toolbar editor={ready} forWhom="pupil" />}
      />
    </div>
  );
}
