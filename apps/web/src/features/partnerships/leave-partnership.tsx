import type { CharterPage, SchoolBrief } from '@bridgeboard/protocol';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import styles from './leave-partnership.module.css';
import { useLeave } from './partnerships-api.ts';
import { useSpeech } from './speech.ts';

type LeaveProps = { readonly page: CharterPage; readonly own: SchoolBrief; readonly onLeft: () => void };

/** The end of a project: what becomes of each school's work, and the way out. */
export function LeavePartnership(props: LeaveProps): ReactNode {
  const { t } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const word = props.page.schools.length > 1 ? 'leave' : 'end';
  return (
    <div className={styles.leave}>
      <Section
        id="leaving"
        title={t(`charter.${word}.title`)}
        lead={t(`charter.${word}.lead`)}
        end={
          <Button icon={LogOut} onClick={() => setAsked(true)}>
            {t(`charter.${word}.ask`)}
          </Button>
        }
      />
      {isAsked && <Question {...props} word={word} onStay={() => setAsked(false)} />}
    </div>
  );
}

type QuestionProps = LeaveProps & { readonly word: 'leave' | 'end'; readonly onStay: () => void };

/** Everything that cannot be taken back, before it is done. */
function Question({ page, own, word, onLeft, onStay }: QuestionProps): ReactNode {
  const { t, list } = useSpeech();
  const [isSure, setSure] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const leave = useLeave(page.id);
  const others = page.schools.filter(({ id }) => id !== own.id).map(({ shortName }) => shortName);
  const points = word === 'leave' ? (['own', 'others', 'public', 'final'] as const) : [];
  function handleSubmit(event: FormEvent): void {
    event.preventDefault();
    setMissing(!isSure);
    if (!isSure || leave.isPending) return;
    leave.mutate(undefined, {
      onSuccess: () => {
        showToast({ text: t(`charter.${word}.done`) });
        onLeft();
      },
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Dialog title={t(`charter.${word}.question`, { schools: list(others) })} onClose={onStay}>
      <form className={styles.question} onSubmit={handleSubmit} noValidate>
        {word === 'end' && <p>{t('charter.end.text')}</p>}
        {points.length > 0 && (
          <ul>
            {points.map((point) => (
              <li key={point}>{t(`charter.leave.${point}`, { count: page.boards, schools: list(others) })}</li>
            ))}
          </ul>
        )}
        <CheckField
          label={t(`charter.${word}.sure`)}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          aria-invalid={isMissing && !isSure}
        />
        {isMissing && !isSure && (
          <p role="alert" className={styles.problem}>
            {t('charter.leave.tick')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={onStay} autoFocus>
            {t('charter.leave.stay')}
          </Button>
          <Button type="submit" look="primary" unavailable={leave.isPending ? t('app.loading') : undefined}>
            {t(`charter.${word}.go`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
