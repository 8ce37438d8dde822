import { concernReasons } from '@bridgeboard/protocol';
import type { ConcernReason } from '@bridgeboard/protocol';
import { CircleHelp, CloudRain, EyeOff, Frown, KeyRound, Send, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { useReadAloud } from '../lib/read-aloud.ts';
import { Button } from './button.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './concern-form.module.css';
import { ListenButton } from './listen-button.tsx';
import { TextField } from './text-field.tsx';

const icons = {
  unkind: Frown,
  scared: CloudRain,
  private: KeyRound,
  body: EyeOff,
  danger: TriangleAlert,
  other: CircleHelp,
} as const satisfies Record<ConcernReason, LucideIcon>;

const mostCharacters = 500;

type ConcernFormProps = {
  /** What it is about, in words. */
  readonly about: string;
  readonly isSending: boolean;
  /** What keeps it from being there. */
  readonly problem: string;
  readonly onSend: (told: { reason: ConcernReason; words: string }) => void;
};

/** What is wrong, by a picture that can be listened to; more words if one likes. */
export function ConcernForm({ about, isSending, problem, onSend }: ConcernFormProps): ReactNode {
  const t = useT();
  const [reason, setReason] = useState<ConcernReason | null>(null);
  const [words, setWords] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason !== null && !isSending) onSend({ reason, words });
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.about}>
        <p dir="auto">{about}</p>
        <ListenButton first={t('concern.title')} />
      </div>
      <fieldset className={styles.reasons}>
        <legend>
          <VisuallyHidden>{t('concern.title')}</VisuallyHidden>
        </legend>
        {concernReasons.map((one) => (
          <ReasonTile key={one} reason={one} isChosen={reason === one} onChoose={setReason} />
        ))}
      </fieldset>
      <TextField
        label={t('concern.words')}
        hint={t('concern.wordsHint')}
        size="touch"
        dir="auto"
        autoComplete="off"
        maxLength={mostCharacters}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className={styles.quiet}>{t('concern.lead')}</p>
      <p className={styles.problem} role="status">
        {problem}
      </p>
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        icon={Send}
        unavailable={reason === null ? t('concern.title') : undefined}
      >
        {t(isSending ? 'concern.sending' : 'concern.send')}
      </Button>
    </form>
  );
}

type ReasonTileProps = {
  readonly reason: ConcernReason;
  readonly isChosen: boolean;
  readonly onChoose: (reason: ConcernReason) => void;
};

function ReasonTile({ reason, isChosen, onChoose }: ReasonTileProps): ReactNode {
  const t = useT();
  const { say } = useReadAloud();
  const Icon = icons[reason];
  const label = t(`concern.reason.${reason}`);
  function choose(): void {
    say(label);
    onChoose(reason);
  }
  return (
    <label className={styles.tile}>
      <input type="radio" name="reason" value={reason} checked={isChosen} onChange={choose} />
      <Icon aria-hidden />
      <span>{label}</span>
    </label>
  );
}
