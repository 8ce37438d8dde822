import type { ReactNode } from 'react';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './question.module.css';

type QuestionProps = {
  readonly title: string;
  /** What cannot be taken back. */
  readonly text: string;
  readonly action: string;
  readonly keep: string;
  readonly isDanger?: boolean;
  readonly onDo: () => void;
  readonly onKeep: () => void;
};

/** Asked once before what nothing can undo. */
export function Question({ title, text, action, keep, isDanger, onDo, onKeep }: QuestionProps): ReactNode {
  return (
    <Dialog title={title} onClose={onKeep}>
      <p>{text}</p>
      <div className={styles.buttons}>
        <Button onClick={onKeep} autoFocus>
          {keep}
        </Button>
        <Button look={isDanger === true ? 'danger' : 'primary'} onClick={onDo}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
