import type { WayByProvider } from '@bridgeboard/protocol';
import { School } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useBeginProvider, useWaysIn } from './sign-in-api.ts';
import styles from './sign-in-form.module.css';

/** So many schools have a button each; more are a list to choose from. */
const mostButtons = 4;

/** What stands on a button: whose provider it is, where it is one school's. */
function wordsFor({ school, name }: WayByProvider): string {
  return school === null ? isolate(name) : `${isolate(school.name)} · ${isolate(name)}`;
}

/** The ways in by the schools' own accounts, where there are any. Nobody types an address for them, so they tell nobody who is here. */
export function ProviderButtons(): ReactNode {
  const t = useT();
  const id = useId();
  const ways = useWaysIn().data?.providers ?? [];
  const begin = useBeginProvider();
  const go = (school: string | null): void =>
    begin.mutate(school, {
      onSuccess: ({ url }) => location.assign(url),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  const [first] = ways;
  if (first === undefined) return null;
  const pending = begin.isPending ? t('signIn.pending') : undefined;
  const choices = ways.length > mostButtons ? [] : ways;
  return (
    <section className={styles.form} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {t('signIn.ownSchool')}
      </h2>
      {choices.map((way) => (
        <Button
          key={way.school?.id ?? ''}
          icon={School}
          size="touch"
          wide
          unavailable={pending}
          onClick={() => go(way.school?.id ?? null)}
        >
          {ways.length === 1 && way.school === null ? t('signIn.provider', { name: isolate(way.name) }) : wordsFor(way)}
        </Button>
      ))}
      {choices.length === 0 && <SchoolChoice ways={ways} pending={pending} onGo={go} />}
    </section>
  );
}

type SchoolChoiceProps = {
  readonly ways: readonly WayByProvider[];
  readonly pending: string | undefined;
  readonly onGo: (school: string | null) => void;
};

function SchoolChoice({ ways, pending, onGo }: SchoolChoiceProps): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState('');
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const way = ways[Number(chosen)];
    if (chosen !== '' && way !== undefined) onGo(way.school?.id ?? null);
  }
  const nobody = { value: '', label: t('signIn.chooseSchool') };
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <ChoiceField
        label={t('signIn.whichSchool')}
        choices={[nobody, ...ways.map((way, index) => ({ value: String(index), label: wordsFor(way) }))]}
        value={chosen}
        required
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Button type="submit" icon={School} size="touch" wide unavailable={pending}>
        {t('signIn.go')}
      </Button>
    </form>
  );
}
