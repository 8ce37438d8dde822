import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';
import { onScreen } from './on-screen.ts';
import { stampedAreas } from './stamped-areas.ts';
import type { StampedArea } from './stamped-areas.ts';
import styles from './work-marks.module.css';

/** What staff of its school still see and nobody else does: veiled, with an icon and a word. */
export function PutAwayMarks(): ReactNode {
  const editor = useEditor();
  const { session } = useBoard();
  const stamps = useObservable(session.stamps);
  const areas = useValue('away', () => stampedAreas(editor, session, isAway), [editor, session, stamps]);
  return areas.map((area) => <PutAwayMark key={area.key} area={area} />);
}

function isAway({ putAway }: { readonly putAway?: boolean | undefined }): boolean {
  return putAway === true;
}

function PutAwayMark({ area }: { readonly area: StampedArea }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const rect = useValue('rect', () => onScreen(editor, area.bounds, 6), [editor, area.bounds]);
  return (
    <div className={classNames(styles.area, styles.away)} style={rect}>
      <span className={styles.chip}>
        <EyeOff aria-hidden />
        {t('board.piece.isAway')}
      </span>
    </div>
  );
}
