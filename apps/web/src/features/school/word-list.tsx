import type { ReactNode } from 'react';

import styles from './word-list.module.css';

type WordListProps = {
  readonly summary: string;
  /** The language that the words are in. */
  readonly list: string;
  readonly children: ReactNode;
};

/** Words that are not nice to read, behind a line that says so. */
export function WordList({ summary, list, children }: WordListProps): ReactNode {
  return (
    <details className={styles.list}>
      <summary>{summary}</summary>
      <div lang={list} dir="auto" className={styles.words}>
        {children}
      </div>
    </details>
  );
}
