import type { postSetUp } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import type { BodyOf } from '../../lib/api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountFields, readAccount } from './account-fields.tsx';
import { FactsFields, readFacts } from './facts-fields.tsx';
import { Failure } from './failure.tsx';
import { fieldOf, focusFirst } from './read-fields.ts';
import { RolesField, readRoles } from './roles-field.tsx';
import { useSetUp } from './school-api.ts';
import styles from './school.module.css';

type SetUpFormProps = {
  /** Of the link that stands in for the set-up code. */
  readonly token?: string;
  /** Runs once the session stands. */
  readonly onDone: () => void;
};

/** A school that is not here yet and its first administrator. */
export function SetUpForm({ token, onDone }: SetUpFormProps): ReactNode {
  const t = useT();
  const setUp = useSetUp(token, onDone);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { wish, wrong: found } = readSetUp(new FormData(event.currentTarget), token !== undefined);
    setWrong(found);
    focusFirst(event.currentTarget, found);
    if (found.length === 0 && !setUp.isPending) setUp.mutate(wish);
  }
  const fill = (field: string): string | undefined => (wrong.includes(field) ? t('school.fill') : undefined);
  return (
    <form className={styles.setUp} onSubmit={handleSubmit} noValidate aria-busy={setUp.isPending}>
      {token === undefined && <CodeField problem={fill('code')} />}
      <Section id="set-up-school" title={t('setUp.school')}>
        <FactsFields missing={wrong} />
      </Section>
      <Section id="set-up-you" title={t('setUp.you')} lead={t('setUp.youLead')}>
        <TextField
          label={t('setUp.name')}
          hint={t('school.inviteNameHint')}
          name="person"
          dir="auto"
          maxLength={60}
          autoComplete="name"
          problem={fill('person')}
        />
        <AccountFields wrong={wrong} />
        <RolesField legend={t('setUp.roles')} chosen={['teacher']} without="administrator" />
      </Section>
      <Failure error={setUp.error} />
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        unavailable={setUp.isPending ? t('app.loading') : undefined}
      >
        {t(token === undefined ? 'setUp.go' : 'offer.setUpGo')}
      </Button>
    </form>
  );
}

function CodeField({ problem }: { readonly problem: string | undefined }): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t('setUp.code')}
      hint={t('setUp.codeHint')}
      name="code"
      dir="ltr"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      placeholder="XXXX-XXXX-XXXX"
      autoFocus
      problem={problem}
    />
  );
}

/** What was typed, and the fields that cannot be so, in the order in which they stand. */
function readSetUp(
  form: FormData,
  isByLink: boolean,
): {
  wish: BodyOf<typeof postSetUp>;
  wrong: string[];
} {
  const { facts, missing } = readFacts(form);
  const { wrong, ...account } = readAccount(form);
  const [code, name] = [fieldOf(form, 'code'), fieldOf(form, 'person')];
  const roles = [...readRoles(form), 'administrator' as const];
  return {
    wish: { code, school: facts, administrator: { name, roles, ...account } },
    wrong: [...(code === '' && !isByLink ? ['code'] : []), ...missing, ...(name === '' ? ['person'] : []), ...wrong],
  };
}
