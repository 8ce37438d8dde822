import type { ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import type { Drawing } from '../../drawings/drawing.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Brand } from '../../ui/brand.tsx';
import styles from './calm-page.module.css';

type CalmPageProps = {
  readonly drawing: Drawing;
  readonly title: string;
  /** What is safe. */
  readonly lead: string;
  /** The next step first, filled; another way below it. */
  readonly children: ReactNode;
};

/** A page between two pages: something is over, nothing is lost, and here is how to go on. */
export function CalmPage({ drawing, title, lead, children }: CalmPageProps): ReactNode {
  useDocumentTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand />
      </header>
      <div className={styles.drawing}>
        <DrawingView drawing={drawing} />
      </div>
      <main id="main" className={styles.main}>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
    </div>
  );
}
