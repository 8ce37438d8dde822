import { guestNoteColors, longestGuestNote } from '@bridgeboard/protocol';
import type { GuestPlace } from '@bridgeboard/protocol';
import { Send } from 'lucide-react';
import { useId } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import styles from './guest-note-form.module.css';
import type { useGuestNote } from './use-guest-note.ts';

type GuestNoteFormProps = {
  readonly place: GuestPlace;
  readonly page: GuestPlace['pages'][number];
  readonly desk: ReturnType<typeof useGuestNote>;
};

/** Where a guest writes a note, or corrects one. What is written stays until it is answered. */
export function GuestNoteForm({ place, page, desk }: GuestNoteFormProps): ReactNode {
  const t = useT();
  const id = useId();
  const { draft, change, sending } = desk;
  const { error, failureReason, isPending } = sending;
  const isTrying = failureReason !== null && isTransient(failureReason);
  const reason = error ?? (isTrying ? failureReason : null);
  const problem = problemOf({ reason, isPending }, t);
  const note = reason === null && place.stopped !== null ? t('guest.note.stopped') : '';
  if (!page.isOpen && !draft.isKnown) return <p className={styles.quiet}>{t('guest.note.staffPage')}</p>;
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (draft.text.trim() !== '') desk.send(page.id);
  }
  return (
    <form className={styles.form} onSubmit={send} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(draft.isKnown ? 'guest.note.correct' : 'guest.note.add')}</h2>
      <label htmlFor={`${id}-text`}>{t('guest.note.text')}</label>
      <p id={`${id}-hint`} className={styles.quiet}>
        {t('guest.note.hint')}
      </p>
      <textarea
        id={`${id}-text`}
        aria-describedby={`${id}-hint`}
        dir="auto"
        rows={3}
        required
        maxLength={longestGuestNote}
        value={draft.text}
        readOnly={isPending}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <Colours desk={desk} />
      <p role="status" className={styles.status}>
        {problem}
        {note}
      </p>
      <div className={styles.buttons}>
        <Button
          type="submit"
          look="primary"
          size="touch"
          icon={Send}
          unavailable={isPending ? t('guest.note.notYet') : undefined}
        >
          {t('guest.note.send')}
        </Button>
        <WaysOut desk={desk} />
      </div>
    </form>
  );
}

/** What went wrong, and whether it is tried again by itself. */
function problemOf({ reason, isPending }: { reason: Error | null; isPending: boolean }, t: Translate): string {
  if (reason === null) return '';
  const words = describeFailure(reason, t);
  return isPending ? `${words} ${t('guest.note.notYet')}` : words;
}

/** To no chosen place, and out of correcting something. */
function WaysOut({ desk: { draft, change, startAnew } }: Pick<GuestNoteFormProps, 'desk'>): ReactNode {
  const t = useT();
  return (
    <>
      {draft.at !== null && (
        <Button size="touch" onClick={() => change({ at: null })}>
          {t('guest.note.freePlace')}
        </Button>
      )}
      {draft.isKnown && (
        <Button size="touch" onClick={startAnew}>
          {t('guest.note.cancel')}
        </Button>
      )}
    </>
  );
}

function Colours({ desk: { draft, change, sending } }: Pick<GuestNoteFormProps, 'desk'>): ReactNode {
  const t = useT();
  return (
    <fieldset className={styles.colours} disabled={sending.isPending}>
      <legend>{t('guest.note.color')}</legend>
      {guestNoteColors.map((color) => (
        <label key={color} className={styles.colour} data-color={color}>
          <input type="radio" name="color" checked={draft.color === color} onChange={() => change({ color })} />
          <span>{t(`guest.note.color.${color}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
