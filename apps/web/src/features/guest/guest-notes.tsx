import type { GuestNote } from '@bridgeboard/protocol';
import { Check, Clock, EyeOff, MessageSquare, Pencil, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import styles from './guest-notes.module.css';
import { useTakeBack } from './use-guest-note.ts';

const looks = {
  waiting: { tone: 'wait', icon: Clock },
  returned: { tone: 'accent', icon: MessageSquare },
  school: { tone: 'plain', icon: Check },
  board: { tone: 'plain', icon: Check },
  rejected: { tone: 'plain', icon: EyeOff },
  away: { tone: 'plain', icon: EyeOff },
} as const;

type GuestNotesProps = { readonly notes: readonly GuestNote[]; readonly onCorrect: (note: GuestNote) => void };

/** A guest's own notes, what became of each, and what staff said. */
export function GuestNotes({ notes, onCorrect }: GuestNotesProps): ReactNode {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="own-notes">
      <h2 id="own-notes" className={styles.heading}>
        {t('guest.note.mine')}
      </h2>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <Note key={note.id} note={note} onCorrect={onCorrect} />
        ))}
      </ul>
    </section>
  );
}

function Note({
  note,
  onCorrect,
}: {
  readonly note: GuestNote;
  readonly onCorrect: (note: GuestNote) => void;
}): ReactNode {
  const t = useT();
  const takeBack = useTakeBack();
  const { text, said, state } = note;
  const isOpen = state === 'waiting' || state === 'returned';
  function goBack(): void {
    const onError = (error: Error): void => showToast({ tone: 'problem', text: describeFailure(error, t) }, 'guest');
    if (!takeBack.isPending) takeBack.mutate(note, { onError });
  }
  return (
    <li className={styles.note}>
      <Badge {...looks[state]}>{t(`guest.note.state.${state}`)}</Badge>
      {text !== '' && (
        <p dir="auto" className={styles.text}>
          {text}
        </p>
      )}
      {said !== undefined && <p dir="auto">{t('guest.note.said', { note: said })}</p>}
      {isOpen && (
        <div className={styles.buttons}>
          <Button icon={Pencil} onClick={() => onCorrect(note)}>
            {t('guest.note.fix')}
          </Button>
          <Button icon={Undo2} onClick={goBack}>
            {t('guest.note.takeBack')}
          </Button>
        </div>
      )}
    </li>
  );
}
