import type { QueueItem } from '@bridgeboard/protocol';
import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { firstNameOf } from '../../lib/first-name.ts';
import { Chip } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { TextField } from '../../ui/text-field.tsx';
import { phrasesFor } from './case-words.ts';
import styles from './note-chooser.module.css';

type NoteChooserProps = {
  readonly item: QueueItem;
  readonly note: string;
  /** page: one row drawn along with a finger on a phone · panel: always wrapped. */
  readonly place: 'page' | 'panel';
  /** A note is needed now: the focus comes here, and a sentence says why. */
  readonly wanted: boolean;
  readonly onNote: (note: string) => void;
  readonly onSend: () => void;
};

const longestNote = 500;

/** What the pupil reads when a piece comes back: a phrase in one tap, or own words. */
export function NoteChooser({ item, note, place, wanted, onNote, onSend }: NoteChooserProps): ReactNode {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const chips = useRef<HTMLDivElement>(null);
  const name = firstNameOf(item.author);
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
        {phrasesFor(item.kind).map((id) => {
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
