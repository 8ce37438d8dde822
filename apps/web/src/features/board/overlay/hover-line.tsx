import type { SchoolBrief, Stamp } from '@bridgeboard/protocol';
import { Clock, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { formatClock } from '../../../i18n/format-time.ts';
import { currentLocale } from '../../../i18n/language.ts';
import { useT } from '../../../i18n/translate.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import { useBoard } from '../board-context.ts';
import { schoolOf } from '../people-words.ts';
import { useObservable } from '../use-observable.ts';
import styles from './hover-line.module.css';
import { onScreen } from './on-screen.ts';

/** Room for the line above the mark it speaks of; where there is none it stands below. */
const lineHeightPx = 60;
/** What the word "Waiting" on the mark itself takes up. */
const chipHeightPx = 16;

/** About the mark under the pointer: whose it is, since when, and who sees it. */
export function HoverLine(): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { session, schools, you } = useBoard();
  const authors = useObservable(session.authors);
  useObservable(session.stamps);
  const hovered = useValue('hovered', () => hoveredMark(editor), [editor]);
  const stamp = hovered === null ? null : session.stampOf(hovered.id);
  // A pupil's own waiting work says so itself.
  const isOwnMark = you.role === 'pupil' && stamp?.reach === 'held';
  if (hovered === null || stamp === null || isOwnMark) return null;
  const author = authors.get(stamp.by);
  const school = schoolOf(author, schools);
  if (author === undefined || school === undefined) return null;
  const isWaiting = stamp.reach === 'held';
  const Icon = isWaiting ? Clock : Eye;
  return (
    <div className={styles.line} style={{ left: hovered.left, top: hovered.top - (isWaiting ? chipHeightPx : 0) }}>
      <span className={styles.who}>
        <SchoolMark slot={school.mark} />
        <strong dir="auto">{author.label}</strong>
        <span>{madeAt(stamp, school, t)}</span>
      </span>
      <span className={styles.reach}>
        <Icon aria-hidden />
        {reachWords(stamp, { school, schools: schools.length, t })}
      </span>
    </div>
  );
}

function hoveredMark(editor: ReturnType<typeof useEditor>): { id: string; left: number; top: number } | null {
  const id = editor.getHoveredShapeId();
  const bounds = id === null ? undefined : editor.getShapePageBounds(id);
  if (id === null || bounds === undefined || editor.inputs.isPointing) return null;
  const { left, top, width, height } = onScreen(editor, bounds, 8);
  return { id, left: Math.max(8, left + width / 2), top: top > lineHeightPx ? top : top + height + lineHeightPx };
}

function madeAt(stamp: Stamp, school: SchoolBrief, t: Translate): string {
  const clock = formatClock(new Date(stamp.at), school.timeZone, currentLocale());
  return t('board.madeAt', { clock, place: school.place });
}

/** Who sees a mark, in words. */
function reachWords(stamp: Stamp, about: { school: SchoolBrief; schools: number; t: Translate }): string {
  const { school, schools, t } = about;
  if (stamp.reach === 'held') return t('board.reach.held', { school: school.shortName });
  if (stamp.reach === 'school') return t('board.reach.school', { school: school.shortName });
  return t('board.reach.board', { count: schools });
}
