import type { ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import { pinPictures } from '../../drawings/pin-pictures.ts';
import { useT } from '../../i18n/translate.ts';
import { SchoolMark } from '../../ui/school-mark.tsx';
import type { ClassAtDoor, PupilTile } from './join-api.ts';
import { JoinFrame } from './join-frame.tsx';
import styles from './name-tiles.module.css';

type NameTilesProps = {
  readonly classAtDoor: ClassAtDoor;
  readonly onBack: () => void;
  readonly onPick: (pupil: PupilTile) => void;
};

/** Pick your name. Names are never typed. */
export function NameTiles({ classAtDoor, onBack, onPick }: NameTilesProps): ReactNode {
  const t = useT();
  const { school, className, pupils } = classAtDoor;
  return (
    <JoinFrame
      onBack={onBack}
      end={
        <span className={styles.class}>
          <SchoolMark slot={school.mark} name={t('join.class', { class: className, school: school.shortName })} />
        </span>
      }
      title={t('join.pickName')}
      lead={t('join.pickNameLead')}
    >
      <ul role="list" className={styles.tiles}>
        {pupils.map((pupil) => (
          <li key={pupil.id}>
            <NameTile pupil={pupil} onPick={onPick} />
          </li>
        ))}
      </ul>
    </JoinFrame>
  );
}

function NameTile({
  pupil,
  onPick,
}: {
  readonly pupil: PupilTile;
  readonly onPick: (pupil: PupilTile) => void;
}): ReactNode {
  const t = useT();
  return (
    <button type="button" className={styles.tile} data-here={pupil.here} onClick={() => onPick(pupil)}>
      <DrawingView drawing={pinPictures[pupil.avatar]} className={styles.avatar} />
      <span className={styles.name} dir="auto">
        {pupil.name}
      </span>
      {pupil.here && <span className={styles.here}>{t('join.alreadyHere')}</span>}
    </button>
  );
}
