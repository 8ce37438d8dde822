import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { caseLine } from './case-words.ts';
import type { PieceContent } from './case-words.ts';
import styles from './marked-words.module.css';
import { splitAtFinds } from './split-at-finds.ts';

/** The words of a case with what the text check found in them marked. */
export function MarkedWords({ item }: { readonly item: PieceContent }): ReactNode {
  const t = useT();
  if (item.words === '') return caseLine(item, t);
  return splitAtFinds(item).map(({ text, at, isFound }) =>
    isFound ? (
      <mark key={at} className={styles.find}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
