import type { ReactNode } from 'react';

import type { PieceContent } from './case-words.ts';
import { FindBadges } from './find-badges.tsx';
import styles from './found-line.module.css';
import { MarkedWords } from './marked-words.tsx';

/** What was found in the words of the case that is looked at, and the words. */
export function FoundLine({ item }: { readonly item: PieceContent }): ReactNode {
  return (
    <div className={styles.line}>
      <FindBadges item={item} />
      <p className={styles.words} dir="auto">
        <MarkedWords item={item} />
      </p>
    </div>
  );
}
