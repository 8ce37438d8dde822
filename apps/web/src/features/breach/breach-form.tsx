import type { BreachQuestion, BreachSubject } from '@bridgeboard/protocol';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePupils, type Choices } from './breach-api.ts';
import styles from './breach.module.css';
import { localTime, momentOf } from './local-time.ts';

const kinds = ['staff', 'pupil', 'board', 'guest'] as const;
type Kind = (typeof kinds)[number];

/** What was in wrong hands, and when. */
export type BreachWish = { readonly question: BreachQuestion; readonly noticedAt: number };

type FormProps = { readonly choices: Choices; readonly onAsk: (wish: BreachWish) => void };

const hourMs = 3_600_000;

/** Account or board, from when until when, and when somebody noticed. */
export function BreachForm({ choices, onAsk }: FormProps): ReactNode {
  const t = useT();
  const [now] = useState(() => Date.now());
  const [kind, setKind] = useState<Kind>('staff');
  const [classId, setClass] = useState(choices.class[0]?.value ?? '');
  const [problem, setProblem] = useState('');
  const pupils = usePupils(kind === 'pupil' ? classId : '').data ?? [];
  const named = { staff: choices.staff, pupil: pupils, board: choices.board, guest: choices.board }[kind];
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const moment = (name: string): number | null => momentOf(String(fields.get(name)));
    const [from, until, noticedAt] = [moment('from'), moment('until'), moment('noticed')];
    const id = String(fields.get('id') ?? '');
    if (from === null || until === null || noticedAt === null || id === '') return setProblem(t('breach.fillIn'));
    if (from > until) return setProblem(t('breach.order'));
    setProblem('');
    onAsk({ question: { of: subjectOf(kind, id), from, until }, noticedAt });
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <ChoiceField
        label={t('breach.what')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: t(`breach.what.${value}`) }))}
        onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'staff')}
      />
      {kind === 'pupil' && (
        <ChoiceField
          label={t('breach.class')}
          value={classId}
          choices={choices.class}
          onChange={(event) => setClass(event.currentTarget.value)}
        />
      )}
      <ChoiceField key={`${kind} ${classId}`} name="id" label={t(`breach.which.${kind}`)} choices={named} />
      <div className={styles.times}>
        <TextField
          type="datetime-local"
          name="from"
          label={t('breach.from')}
          defaultValue={localTime(now - 24 * hourMs)}
        />
        <TextField type="datetime-local" name="until" label={t('breach.until')} defaultValue={localTime(now)} />
        <TextField type="datetime-local" name="noticed" label={t('breach.noticed')} defaultValue={localTime(now)} />
      </div>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <div>
        <Button type="submit" look="primary" icon={Search}>
          {t('breach.find')}
        </Button>
      </div>
    </form>
  );
}

function subjectOf(kind: Kind, id: string): BreachSubject {
  if (kind === 'staff' || kind === 'pupil') return { kind: 'account', id };
  return { kind: 'board', id, as: kind === 'board' ? 'staff' : 'guest' };
}
