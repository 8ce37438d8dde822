import { concernOutcomes } from '@bridgeboard/protocol';
import type { ConcernCaseView, ConcernOutcome } from '@bridgeboard/protocol';
import { Check, HandHelping, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './desk.module.css';
import { useStep } from './safeguarding-api.ts';

/** What can be done about a report at the own school. */
export function CaseActions({ view }: { readonly view: ConcernCaseView }): ReactNode {
  const t = useT();
  const step = useStep(view.id);
  const isClosed = view.status === 'closed';
  return (
    <Section id="desk-actions" title={t('desk.actions')}>
      {step.error !== null && (
        <p role="alert" className={styles.problem}>
          {describeFailure(step.error, t)}
        </p>
      )}
      {(view.status === 'received' || view.status === 'seen') && (
        <Button look="primary" wide icon={HandHelping} onClick={() => step.mutate({ step: 'take' })}>
          {t('desk.take')}
        </Button>
      )}
      <NoteForm id={view.id} />
      {isClosed ? (
        <Button wide icon={RotateCcw} onClick={() => step.mutate({ step: 'reopen' })}>
          {t('desk.reopen')}
        </Button>
      ) : (
        <>
          <HandForm view={view} />
          <CloseForm id={view.id} />
        </>
      )}
      {view.isKept && view.decides && (
        <div className={styles.stack}>
          <Button wide icon={Undo2} onClick={() => step.mutate({ step: 'let-back' })}>
            {t('desk.letBack')}
          </Button>
          <p className={styles.hint}>{t('desk.letBackHint')}</p>
        </div>
      )}
      <CheckField
        label={t('desk.hold')}
        hint={t('desk.holdHint')}
        checked={view.isHeld}
        onChange={(event) => step.mutate({ step: 'hold', isOn: event.target.checked })}
      />
    </Section>
  );
}

function NoteForm({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const [words, setWords] = useState('');
  const step = useStep(id, () => setWords(''));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (words.trim() !== '') step.mutate({ step: 'note', words: words.trim() });
  }
  return (
    <form className={styles.stack} onSubmit={submit}>
      <label className={styles.label} htmlFor="desk-note">
        {t('desk.note')}
      </label>
      <textarea
        id="desk-note"
        className={styles.area}
        dir="auto"
        rows={3}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" unavailable={words.trim() === '' ? t('desk.note') : undefined}>
        {t('desk.note.save')}
      </Button>
    </form>
  );
}

function HandForm({ view }: { readonly view: ConcernCaseView }): ReactNode {
  const t = useT();
  const [to, setTo] = useState('');
  const step = useStep(view.id, () => setTo(''));
  const choices = [
    { value: '', label: t('desk.handTo.choose') },
    ...view.standIns.map(({ id, name }) => ({ value: id, label: name })),
  ];
  if (view.standIns.length === 0) return null;
  return (
    <div className={styles.stack}>
      <ChoiceField
        label={t('desk.handTo')}
        choices={choices}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button
        unavailable={to === '' ? t('desk.handTo.choose') : undefined}
        onClick={() => step.mutate({ step: 'hand', to })}
      >
        {t('desk.hand')}
      </Button>
    </div>
  );
}

function CloseForm({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const [outcome, setOutcome] = useState<ConcernOutcome>('talked');
  const step = useStep(id);
  const choices = concernOutcomes.map((one) => ({ value: one, label: t(`desk.outcome.${one}`) }));
  return (
    <div className={styles.stack}>
      <ChoiceField
        label={t('desk.close.outcome')}
        choices={choices}
        value={outcome}
        onChange={(event) => setOutcome(concernOutcomes.find((one) => one === event.target.value) ?? 'other')}
      />
      <Button icon={Check} onClick={() => step.mutate({ step: 'close', outcome })}>
        {t('desk.close')}
      </Button>
    </div>
  );
}
