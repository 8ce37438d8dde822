import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useCopyAddress } from '../../lib/use-copy-address.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Failure } from './failure.tsx';
import { useSetProvider, type OwnProvider } from './provider-api.ts';
import { issuerOf, kindOf, providerKinds, tenantOf, usualNames, type ProviderKind } from './provider-kind.ts';
import { fieldOf, focusFirst } from './read-fields.ts';
import styles from './school.module.css';

type ProviderFormProps = { readonly own: OwnProvider; readonly onDone: () => void };

/** What was typed, and the names of the fields that something is missing in. */
function read(form: FormData, kind: ProviderKind, isNew: boolean) {
  const issuer = issuerOf(kind, fieldOf(form, 'address'));
  const [name, clientId, secret] = [fieldOf(form, 'name'), fieldOf(form, 'clientId'), fieldOf(form, 'secret')];
  const password = String(form.get('password') ?? '');
  const asked = { name, address: issuer ?? '', clientId, ...(isNew ? { secret } : {}), password };
  const missing = Object.entries(asked).flatMap(([field, value]) => (value === '' ? [field] : []));
  return {
    missing,
    wish: { name, issuer: issuer ?? '', clientId, clientSecret: secret === '' ? null : secret, password },
  };
}

/** Sets the school's provider, after the server has tried it. */
export function ProviderForm({ own: { provider, callback }, onDone }: ProviderFormProps): ReactNode {
  const t = useT();
  const [kind, setKind] = useState<ProviderKind>(provider === null ? 'google' : kindOf(provider.issuer));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const set = useSetProvider(() => {
    showToast({ text: t('school.providerSaved') });
    onDone();
  });
  const problem = (field: string): string | undefined => (missing.includes(field) ? t('school.fill') : undefined);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { missing: left, wish } = read(new FormData(event.currentTarget), kind, provider === null);
    setMissing(left);
    focusFirst(event.currentTarget, left);
    if (left.length === 0 && !set.isPending) set.mutate(wish);
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <ChoiceField
        label={t('school.providerKind')}
        choices={providerKinds.map((value) => ({ value, label: t(`school.providerKind.${value}`) }))}
        value={kind}
        autoFocus
        onChange={({ currentTarget }) => setKind(providerKinds.find((one) => one === currentTarget.value) ?? 'other')}
      />
      <Address key={kind} kind={kind} issuer={provider?.issuer ?? ''} isMissing={missing.includes('address')} />
      <Callback address={callback} />
      <ClientFields provider={provider} problem={problem} />
      <TextField
        key={`name-${kind}`}
        label={t('school.providerName')}
        hint={t('school.providerNameHint')}
        name="name"
        dir="auto"
        maxLength={60}
        autoComplete="off"
        defaultValue={provider !== null && kindOf(provider.issuer) === kind ? provider.name : usualNames[kind]}
        problem={problem('name')}
      />
      <TextField
        label={t('school.providerPassword')}
        hint={t('school.providerPasswordHint')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        problem={problem('password')}
      />
      <Failure error={set.error} />
      <FormButtons go={t('school.save')} isPending={set.isPending} onCancel={onDone} />
    </form>
  );
}

type AddressProps = { readonly kind: ProviderKind; readonly issuer: string; readonly isMissing: boolean };

/** Nothing to type for Google, the school's directory for Microsoft, the whole address for any other. */
function Address({ kind, issuer, isMissing }: AddressProps): ReactNode {
  const t = useT();
  if (kind === 'google') return null;
  const isMicrosoft = kind === 'microsoft';
  const known = kindOf(issuer) === kind ? issuer : '';
  return (
    <TextField
      label={t(isMicrosoft ? 'school.providerTenant' : 'school.providerIssuer')}
      hint={t(isMicrosoft ? 'school.providerTenantHint' : 'school.providerIssuerHint')}
      name="address"
      dir="ltr"
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      defaultValue={isMicrosoft ? tenantOf(known) : known}
      problem={isMissing ? t(isMicrosoft ? 'school.providerTenantProblem' : 'school.fill') : undefined}
    />
  );
}

/** What has to be entered at the provider before it sends anybody back here. */
function Callback({ address }: { readonly address: string }): ReactNode {
  const t = useT();
  const { field, copy } = useCopyAddress(address);
  return (
    <TextField
      ref={field}
      readOnly
      label={t('school.providerCallback')}
      dir="ltr"
      value={address}
      onFocus={(event) => event.currentTarget.select()}
      beside={
        <Button icon={Copy} onClick={copy}>
          {t('publish.copy')}
        </Button>
      }
    />
  );
}

type ClientFieldsProps = Pick<OwnProvider, 'provider'> & { readonly problem: (field: string) => string | undefined };

/** What the provider calls this instance, and what that proves itself with. */
function ClientFields({ provider, problem }: ClientFieldsProps): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        label={t('school.providerClientId')}
        name="clientId"
        dir="ltr"
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        defaultValue={provider?.clientId}
        problem={problem('clientId')}
      />
      <TextField
        label={t('school.providerSecret')}
        hint={t(provider === null ? 'school.providerSecretHint' : 'school.providerSecretKept')}
        name="secret"
        type="password"
        dir="ltr"
        maxLength={1_000}
        autoComplete="off"
        problem={problem('secret')}
      />
    </>
  );
}
