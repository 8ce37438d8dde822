import { Clock, MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { classNames } from '../../../ui/class-names.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useBoard } from '../board-context.ts';
import { onlyTeacher } from '../people-words.ts';
import { useObservable } from '../use-observable.ts';
import { onScreen } from './on-screen.ts';
import { workAreas } from './work-areas.ts';
import type { WorkArea } from './work-areas.ts';
import styles from './work-marks.module.css';

const marginPx = 10;
/** On a mark as narrow as this the word would hide its neighbours; the icon and the edge stay. */
const smallPx = 64;

/** Dashed: not let out yet. Dotted: sent back. Always with an icon and a word. */
export function WorkMarks(): ReactNode {
  const editor = useEditor();
  const { session } = useBoard();
  const stamps = useObservable(session.stamps);
  const cases = useObservable(session.cases);
  const areas = useValue('work areas', () => workAreas(editor, session), [editor, session, stamps, cases]);
  return areas.map((area) => <WorkMark key={area.key} area={area} />);
}

function WorkMark({ area }: { readonly area: WorkArea }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { session, you } = useBoard();
  const authors = useObservable(session.authors);
  const rect = useValue('rect', () => onScreen(editor, area.bounds, marginPx), [editor, area.bounds]);
  const teacher = you.role === 'pupil' ? onlyTeacher(authors, you.school) : null;
  const isReturned = area.status === 'returned';
  const isSmall = rect.width < smallPx;
  const Icon = isReturned ? MessageSquare : Clock;
  const waiting = teacher === null ? t('state.waiting') : t('state.waitingFor', { teacher });
  const word = isReturned ? t('state.returned') : waiting;
  return (
    <div className={classNames(styles.area, isReturned && styles.returned)} style={rect}>
      <span className={styles.chip}>
        <Icon aria-hidden />
        {isSmall ? <VisuallyHidden>{word}</VisuallyHidden> : word}
      </span>
    </div>
  );
}
