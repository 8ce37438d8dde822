import type { ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import { frontDoorScene } from '../../drawings/front-door-scene.ts';
import { Brand } from '../../ui/brand.tsx';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { paths } from '../paths.ts';
import styles from './sign-in-page.module.css';

type SignInFrameProps = {
  readonly title: string;
  readonly lead: string;
  /** The form, and other ways below it. */
  readonly children: ReactNode;
};

/** A page before anybody is signed in: one thing to do, above the bridge. */
export function SignInFrame({ title, lead, children }: SignInFrameProps): ReactNode {
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href={paths.frontDoor} className={styles.brand}>
          <Brand />
        </a>
        <LanguagePicker />
      </header>
      <main id="main" className={styles.main}>
        <div className={styles.words}>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {children}
      </main>
      <div className={styles.scene}>
        <DrawingView drawing={frontDoorScene} />
      </div>
    </div>
  );
}
