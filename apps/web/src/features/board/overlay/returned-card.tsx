import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { onlyTeacher, slotOf } from '../people-words.ts';
import { takeUpAgain } from '../pupil/take-up-again.ts';
import { useObservable } from '../use-observable.ts';
import { onScreen } from './on-screen.ts';
import styles from './returned-card.module.css';
import { workAreas } from './work-areas.ts';
import type { WorkArea } from './work-areas.ts';

/** Room the card needs beside the work it speaks of. */
const cardWidthPx = 276;
const phonePx = 700;
/** Room that it takes at least, and the tools below. */
const cardHeightPx = 260;
const toolsPx = 104;

/** The teacher's note beside work that was sent back, with the way to go on. */
export function ReturnedCard(): ReactNode {
  const editor = useEditor();
  const { session } = useBoard();
  const stamps = useObservable(session.stamps);
  const cases = useObservable(session.cases);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const areas = useValue('returned', () => workAreas(editor, session), [editor, session, stamps, cases]);
  const isBusy = useValue('busy', () => editor.inputs.isPointing || editor.getEditingShapeId() !== null, [editor]);
  const area = areas.find(({ status, reviewCase }) => status === 'returned' && !later.has(keyOf(reviewCase)));
  if (area === undefined || isBusy) return null;
  return <OneCard area={area} onLater={() => setLater(new Set([...later, keyOf(area.reviewCase)]))} />;
}

/** A note that is sent back once more is a new one. */
function keyOf(reviewCase: WorkArea['reviewCase']): string {
  return `${reviewCase?.id ?? ''} ${reviewCase?.changedAt ?? ''}`;
}

function OneCard({ area, onLater }: { readonly area: WorkArea; readonly onLater: () => void }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { session, you, schools } = useBoard();
  const teacher = onlyTeacher(useObservable(session.authors), you.school);
  const at = useValue('at', () => placeOf(editor, area), [editor, area]);
  return (
    <section className={styles.card} style={at} aria-label={t('state.returned')}>
      <p className={styles.head}>
        {teacher !== null && <Avatar name={teacher} slot={slotOf(you, schools)} />}
        {teacher === null ? t('board.returned.byTeacher') : t('board.returned.by', { teacher })}
      </p>
      {area.reviewCase?.note !== undefined && (
        <p dir="auto" className={styles.note}>
          {area.reviewCase.note}
        </p>
      )}
      <div className={styles.actions}>
        <Button look="primary" size="touch" icon={Pencil} onClick={() => takeUpAgain(editor, session, area.reviewCase)}>
          {t('board.returned.change')}
        </Button>
        <Button look="plain" size="touch" onClick={onLater}>
          {t('board.returned.later')}
        </Button>
      </div>
    </section>
  );
}

function placeOf(editor: Editor, area: WorkArea): CSSProperties {
  const { left, top, width } = onScreen(editor, area.bounds, 16);
  const { w, h } = editor.getViewportScreenBounds();
  // On a phone beside is nowhere: the card stands above the tools.
  if (w < phonePx) return { left: 12, right: 12, bottom: toolsPx, inlineSize: 'auto' };
  const beside = left + width + 12;
  const fits = beside + cardWidthPx < w;
  const x = Math.max(8, fits ? beside : Math.min(left - cardWidthPx, w - cardWidthPx - 8));
  // Low on the screen a longer note makes it grow upwards.
  if (top + cardHeightPx > h - toolsPx) return { left: x, bottom: toolsPx };
  return { left: x, top: Math.max(8, top) };
}
