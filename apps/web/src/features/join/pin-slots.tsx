import type { PinKind } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { pinPictureNames, pinPictures } from '../../drawings/pin-pictures.ts';
import { DrawingView } from '../../drawings/drawing-view.tsx';
import { useT } from '../../i18n/translate.ts';
import { classNames } from '../../ui/class-names.ts';
import { StickyNote } from '../../ui/sticky-note.tsx';
import type { NotePaper } from '../../ui/sticky-note.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { slotsOf } from './pin-taps.ts';
import type { PinTaps, Slot } from './pin-taps.ts';
import styles from './pin-slots.module.css';

const papers: readonly NotePaper[] = ['sun', 'sky', 'leaf', 'rose'];

/** Four sticky notes that fill up: a dot for what was tapped, the picture or word for the latest alone. */
export function PinSlots({ taps, kind }: { readonly taps: PinTaps; readonly kind: PinKind }): ReactNode {
  const t = useT();
  return (
    <div className={styles.slots}>
      <VisuallyHidden>
        <span role="status">{t('join.pinCount', { count: taps.length })}</span>
      </VisuallyHidden>
      {slotsOf(taps).map((slot, index) => (
        <div key={index} aria-hidden className={styles.slot}>
          <SlotFace slot={slot} index={index} kind={kind} />
        </div>
      ))}
    </div>
  );
}

type SlotFaceProps = { readonly slot: Slot; readonly index: number; readonly kind: PinKind };

function SlotFace({ slot, index, kind }: SlotFaceProps): ReactNode {
  const t = useT();
  if (slot.kind === 'next' || slot.kind === 'empty') {
    return <span className={classNames(styles.open, slot.kind === 'next' && styles.next)}>{index + 1}</span>;
  }
  const name = slot.kind === 'shown' ? pinPictureNames[slot.picture] : undefined;
  return (
    <StickyNote paper={papers[index] ?? 'sun'} tilt={index % 2 === 0 ? 'start' : 'end'}>
      {name === undefined && <span className={styles.dot} />}
      {name !== undefined && kind === 'pictures' && (
        <DrawingView drawing={pinPictures[name]} className={styles.picture} />
      )}
      {name !== undefined && kind === 'words' && <span className={styles.word}>{t(`picture.${name}`)}</span>}
    </StickyNote>
  );
}
