import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from '../../ui/class-names.ts';
import styles from './charter-note.module.css';

type CharterNoteProps = {
  /** A looser value waits for somebody; a stricter one already holds. */
  readonly kind: 'loosens' | 'tightens';
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
};

/** What is proposed for a value, or what it was until just now. */
export function CharterNote({ kind, title, text, children }: CharterNoteProps): ReactNode {
  const Icon = kind === 'loosens' ? ChevronsUpDown : ChevronsDownUp;
  return (
    <div className={classNames(styles.note, styles[kind])}>
      <Icon aria-hidden />
      <div>
        <p className={styles.noteTitle}>{title}</p>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
