import { Pencil } from 'lucide-react';
import { Direction } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { onlyTeacher, slotOf } from '../people-words.ts';
import { takeUpAgain } from '../pupil/take-up-again.ts';
import { useObservable } from '../use-observable.ts';
import { besideOf } from './beside.ts';
import styles from './returned-card.module.css';
import { workAreas } from './work-areas.ts';
import type { WorkArea } from './work-areas.ts';

/** Room that the card takes at least. */
const cardPx = { width: 264, height: 260 } as const;

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
  const dir = Direction.useDirection();
  const at = useValue('at', () => besideOf(editor, area.bounds, cardPx), [editor, area]);
  return (
    <section dir={dir} className={styles.card} style={at} aria-label={t('state.returned')}>
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
