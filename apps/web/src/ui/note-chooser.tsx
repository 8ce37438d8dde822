import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import type { MessageId } from '../i18n/translate.ts';
import { firstNameOf } from '../lib/first-name.ts';
import { Chip } from './chip.tsx';
import { classNames } from './class-names.ts';
import styles from './note-chooser.module.css';
import { TextField } from './text-field.tsx';

type NoteChooserProps = {
  /** Who made it. */
  readonly author: string;
  /** Whether what was made is to be read. */
  readonly isWritten: boolean;
  readonly note: string;
  /** page: one row drawn along with a finger on a phone · panel: always wrapped. */
  readonly place: 'page' | 'panel';
  /** A note is needed now: the focus comes here, and a sentence says why. */
  readonly wanted: boolean;
  readonly onNote: (note: string) => void;
  readonly onSend: () => void;
};

const longestNote = 500;

/** Phrases that fit what the pupil made, most used first. */
const forDrawings: readonly MessageId[] = ['queue.phrase.name', 'queue.phrase.where', 'queue.phrase.more'];
const forWords: readonly MessageId[] = ['queue.phrase.spelling', 'queue.phrase.more', 'queue.phrase.private'];

/** What the pupil reads when a piece comes back: a phrase in one tap, or own words. */
export function NoteChooser({ author, isWritten, note, place, wanted, onNote, onSend }: NoteChooserProps): ReactNode {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const chips = useRef<HTMLDivElement>(null);
  const name = firstNameOf(author);
  useEffect(() => {
    if (wanted) chips.current?.querySelector('button')?.focus();
  }, [wanted]);
  return (
    <div className={styles.chooser}>
      <div
        ref={chips}
        className={classNames(styles.chips, place === 'page' && styles.row)}
        role="group"
        aria-label={t('queue.noteTo', { name })}
      >
        <span aria-hidden className={styles.label}>
          {t('queue.noteTo', { name })}
        </span>
        {(isWritten ? forWords : forDrawings).map((id) => {
          const phrase = t(id);
          return (
            <Chip key={id} aria-pressed={note === phrase} onClick={() => onNote(note === phrase ? '' : phrase)}>
              {phrase}
            </Chip>
          );
        })}
        <Chip icon={Pencil} aria-pressed={writing} onClick={() => setWriting(!writing)}>
          {t('queue.writeOwn')}
        </Chip>
      </div>
      {writing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSend();
          }}
        >
          <TextField
            label={t('queue.ownNote', { name })}
            value={note}
            maxLength={longestNote}
            autoFocus
            dir="auto"
            autoComplete="off"
            onChange={(event) => onNote(event.target.value)}
          />
        </form>
      )}
      <p role="status" className={styles.wanted}>
        {wanted && note === '' ? t('queue.noteWanted', { name }) : ''}
      </p>
    </div>
  );
}
