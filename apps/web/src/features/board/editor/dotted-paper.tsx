import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import styles from './board-editor.module.css';

/** Dots stand this far apart on the page. */
const gapPx = 28;

/** The board's paper: faint dots that move and grow with the page, so that moving about can be seen. */
export function DottedPaper(): ReactNode {
  const editor = useEditor();
  const { x, y, z } = useValue('camera', () => editor.getCamera(), [editor]);
  // Closer than this the dots would be grey, so every second one goes.
  const gap = gapPx * z * (z < 0.5 ? 2 : 1) * (z < 0.25 ? 2 : 1);
  return (
    <div
      className={styles.paper}
      style={{ backgroundSize: `${gap}px ${gap}px`, backgroundPosition: `${x * z}px ${y * z}px` }}
    />
  );
}
