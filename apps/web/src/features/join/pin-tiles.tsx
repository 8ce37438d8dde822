import type { PinKind } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import { pinPictureNames, pinPictures } from '../../drawings/pin-pictures.ts';
import { useT } from '../../i18n/translate.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './pin-tiles.module.css';

type PinTilesProps = {
  readonly kind: PinKind;
  /** The picture tapped last, which stays marked; undefined before the first. */
  readonly latest: number | undefined;
  /** Taps do nothing now: a pause, or the four are being checked. */
  readonly resting: boolean;
  readonly onTap: (picture: number) => void;
};

/** The 24 pictures or their words, always in the same places: children find theirs by where it is. */
export function PinTiles({ kind, latest, resting, onTap }: PinTilesProps): ReactNode {
  const t = useT();
  return (
    <div
      className={classNames(styles.tiles, resting && styles.resting)}
      role="group"
      aria-label={t(`join.tiles.${kind}`)}
    >
      {pinPictureNames.map((name, picture) => (
        <button
          key={name}
          type="button"
          className={classNames(styles.tile, kind === 'words' && styles.word, picture === latest && styles.latest)}
          aria-disabled={resting}
          onClick={() => onTap(picture)}
        >
          {kind === 'pictures' && <DrawingView drawing={pinPictures[name]} className={styles.drawing} />}
          <span>{t(`picture.${name}`)}</span>
        </button>
      ))}
    </div>
  );
}
