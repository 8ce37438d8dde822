import type { Cursor } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { classNames } from '../../../ui/class-names.ts';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import { useBoard } from '../board-context.ts';
import { slotOf } from '../people-words.ts';
import { isSomewhere } from '../pointer-place.ts';
import { useObservable } from '../use-observable.ts';
import styles from './cursor-layer.module.css';

/** More than this many names at once would hide the work. */
const mostShown = 12;

/** Everybody else's cursor on this page: school by colour and pattern, and the name as this reader may know it. */
export function CursorLayer(): ReactNode {
  const editor = useEditor();
  const { session } = useBoard();
  const cursors = useObservable(session.cursors);
  const page = useValue('page', () => editor.getCurrentPageId(), [editor]);
  const here = [...cursors.values()].filter((cursor) => cursor.page === page && isSomewhere(cursor)).slice(-mostShown);
  return (
    <div aria-hidden>
      {here.map((cursor) => (
        <OneCursor key={cursor.key} cursor={cursor} />
      ))}
    </div>
  );
}

function OneCursor({ cursor }: { readonly cursor: Cursor }): ReactNode {
  const editor = useEditor();
  const { session, schools } = useBoard();
  const author = useObservable(session.authors).get(cursor.by);
  const { x, y } = useValue('at', () => editor.pageToViewport(cursor), [editor, cursor]);
  const isStill = useValue('still', () => editor.getCameraState() === 'moving', [editor]);
  const slot = slotOf(author, schools);
  return (
    <div
      className={classNames(styles.cursor, styles[slot], isStill && styles.still)}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <svg viewBox="0 0 16 18" className={styles.arrow}>
        <path d="M1 1l5.4 14.6 2.3-6.3 6.3-2.3z" />
      </svg>
      {author && (
        <span dir="auto" className={styles.name}>
          <SchoolMark slot={slot} />
          {author.label}
        </span>
      )}
    </div>
  );
}
