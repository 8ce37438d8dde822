import type { BoardSession } from '@bridgeboard/sync-client';
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { react, useEditor, useValue } from 'tldraw';
import type { Editor } from 'tldraw';

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
  const layer = useRef<HTMLDivElement>(null);
  const page = useValue('page', () => editor.getCurrentPageId(), [editor]);
  const isStill = useValue('still', () => editor.getCameraState() === 'moving', [editor]);
  const keys = useKeysOn(session, page);
  // Hands move thirty times a second: their places go straight to the elements, past React.
  useLayoutEffect(() => {
    const place = (): void => placeCursors(layer.current, { editor, session });
    const stopReacting = react('place cursors', () => {
      editor.getCamera();
      place();
    });
    const stopFollowing = session.cursors.moved.subscribe(place);
    return () => {
      stopReacting();
      stopFollowing();
    };
  }, [editor, session, keys]);
  return (
    <div aria-hidden ref={layer}>
      {keys.split(' ').flatMap((key) => (key === '' ? [] : [<OneCursor key={key} cursor={key} isStill={isStill} />]))}
    </div>
  );
}

/** Keys of the cursors to show on a page, with spaces between; only another set of them draws the layer anew. */
function useKeysOn(session: BoardSession, page: string): string {
  const { cursors } = session;
  const subscribe = useCallback(
    (tell: () => void) => {
      const ends = [cursors.subscribe(tell), cursors.moved.subscribe(tell)];
      return () => ends.forEach((end) => end());
    },
    [cursors],
  );
  return useSyncExternalStore(subscribe, () => {
    const here = [...cursors.value.values()].filter((pointer) => {
      const place = cursors.placeOf(pointer.key);
      return pointer.page === page && place !== null && isSomewhere(place);
    });
    return here
      .slice(-mostShown)
      .map(({ key }) => key)
      .join(' ');
  });
}

function placeCursors(layer: HTMLDivElement | null, about: { editor: Editor; session: BoardSession }): void {
  for (const element of layer?.children ?? []) {
    const key = element instanceof HTMLElement ? element.dataset['cursor'] : undefined;
    const place = about.session.cursors.placeOf(key ?? '');
    if (!(element instanceof HTMLElement) || place === null) continue;
    const { x, y } = about.editor.pageToViewport(place);
    element.style.transform = `translate(${x}px, ${y}px)`;
  }
}

function OneCursor({ cursor, isStill }: { readonly cursor: string; readonly isStill: boolean }): ReactNode {
  const { session, schools } = useBoard();
  const by = useObservable(session.cursors).get(cursor)?.by ?? '';
  const author = useObservable(session.authors).get(by);
  const slot = slotOf(author, schools);
  return (
    <div data-cursor={cursor} className={classNames(styles.cursor, styles[slot], isStill && styles.still)}>
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
