import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { classNames } from '../../../ui/class-names.ts';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import { useBoard } from '../board-context.ts';
import { slotOf } from '../people-words.ts';
import { useObservable } from '../use-observable.ts';
import styles from './authors-layer.module.css';
import { onScreen } from './on-screen.ts';
import { stampedAreas } from './stamped-areas.ts';
import type { StampedArea } from './stamped-areas.ts';

/** Every piece of the page with its author: the school's colour and pattern, and the name in words. */
export function AuthorsLayer(): ReactNode {
  const editor = useEditor();
  const { session } = useBoard();
  const stamps = useObservable(session.stamps);
  const areas = useValue('authors', () => stampedAreas(editor, session, () => true), [editor, session, stamps]);
  return areas.map((area) => <AuthorMark key={area.key} area={area} />);
}

function AuthorMark({ area }: { readonly area: StampedArea }): ReactNode {
  const editor = useEditor();
  const { session, schools } = useBoard();
  const author = useObservable(session.authors).get(area.by);
  const rect = useValue('rect', () => onScreen(editor, area.bounds, 4), [editor, area.bounds]);
  if (author === undefined) return null;
  const slot = slotOf(author, schools);
  return (
    <div className={classNames(styles.area, styles[slot])} style={rect}>
      <span className={styles.name}>
        <SchoolMark slot={slot} />
        <span dir="auto">{author.label}</span>
      </span>
    </div>
  );
}
