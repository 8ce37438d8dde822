import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { BoardCurtain } from './board-curtain.tsx';
import styles from './board-stage.module.css';
import { BoardEditor } from './editor/board-editor.tsx';

type BoardStageProps = {
  readonly editor: Editor | null;
  readonly onReady: (editor: Editor | null) => void;
  readonly startWith: 'select' | 'draw';
  /** Bars in the middle below, from the top down. The bottom right corner is tldraw's. */
  readonly middle: (editor: Editor) => ReactNode;
  /** A small one in the other corner, where there is room for it. */
  readonly corner?: (editor: Editor) => ReactNode;
};

/** The canvas with the bars that float over it. Keys belong to the board only while the person is on the stage. */
export function BoardStage({ editor, onReady, startWith, middle, corner }: BoardStageProps): ReactNode {
  const stage = useRef<HTMLElement>(null);
  useKeysOnStage(stage, editor);
  return (
    <main id="main" ref={stage} className={styles.stage}>
      <BoardEditor startWith={startWith} onReady={onReady} />
      <BoardCurtain />
      {editor !== null && (
        <>
          <div className={styles.corner}>{corner?.(editor)}</div>
          <div className={styles.middle}>{middle(editor)}</div>
        </>
      )}
    </main>
  );
}

/** tldraw listens to keys on the whole page, and "A" approves in the queue: so it sleeps while the person is elsewhere. */
function useKeysOnStage(stage: { readonly current: HTMLElement | null }, editor: Editor | null): void {
  useEffect(() => {
    if (editor === null) return undefined;
    const follow = (event: Event): void => {
      const isOnStage = event.target instanceof Node && stage.current?.contains(event.target) === true;
      // A menu of the stage opens elsewhere in the document; the person has not gone away.
      const isInMenu =
        event.target instanceof Element && event.target.closest('[data-radix-popper-content-wrapper]') !== null;
      if (isOnStage) editor.focus({ focusContainer: false });
      else if (!isInMenu && event.target !== document.body) editor.blur({ blurContainer: false });
    };
    document.addEventListener('pointerdown', follow, { capture: true });
    document.addEventListener('focusin', follow);
    return () => {
      document.removeEventListener('pointerdown', follow, { capture: true });
      document.removeEventListener('focusin', follow);
    };
  }, [stage, editor]);
}
