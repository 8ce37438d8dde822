import type { ReactNode } from 'react';

import { brokenBridge } from '../drawings/broken-bridge.ts';
import { DrawingView } from '../drawings/drawing-view.tsx';
import { allDone, blankBoard, emptyDoorway } from '../drawings/empty-states.ts';
import { frontDoorScene } from '../drawings/front-door-scene.ts';
import { LobbyPond } from '../drawings/lobby-pond.tsx';
import { logo } from '../drawings/logo.ts';
import { pinPictureNames, pinPictures } from '../drawings/pin-pictures.ts';
import { useT } from '../i18n/translate.ts';
import styles from './design-page.module.css';
import { SampleSection } from './sample-section.tsx';

const friends = [
  { id: '1', name: 'Amelia R.', picture: 'owl' },
  { id: '2', name: 'Zainab K.', picture: 'lion' },
  { id: '3', name: 'Harry G.', picture: 'butterfly' },
  { id: '4', name: 'Ruby L.', picture: 'whale' },
  { id: '5', name: 'Oliver (you)', picture: 'dog', isYou: true },
  { id: '6', name: 'Aryan S.', picture: 'rabbit' },
  { id: '7', name: 'Jake T.', picture: 'bee' },
  { id: '8', name: 'Freya D.', picture: 'elephant' },
] as const;

export function DrawingSamples(): ReactNode {
  const t = useT();
  return (
    <>
      <SampleSection title="Pictures of the PIN">
        <div className={styles.tiles}>
          {pinPictureNames.map((name) => (
            <div key={name} className={styles.tile}>
              <DrawingView drawing={pinPictures[name]} />
              {t(`picture.${name}`)}
            </div>
          ))}
        </div>
      </SampleSection>
      <SampleSection title="Scenes">
        <div className={styles.columns}>
          {[logo, allDone, blankBoard, emptyDoorway, brokenBridge].map((drawing, index) => (
            <div key={index} className={styles.wide}>
              <DrawingView drawing={drawing} />
            </div>
          ))}
        </div>
        <div className={styles.wide}>
          <DrawingView drawing={frontDoorScene} label={t('frontDoor.scene')} />
        </div>
        <LobbyPond friends={friends} />
      </SampleSection>
    </>
  );
}
