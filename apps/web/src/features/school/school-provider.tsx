import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { ProviderForm } from './provider-form.tsx';
import { RemoveProvider } from './remove-provider.tsx';
import { useSchoolProvider, useTryProvider } from './provider-api.ts';
import styles from './school.module.css';

type SchoolProviderProps = {
  /** What staff call the one they may sign in by, the school's own or the instance's. */
  readonly name: string | null;
  readonly mayChange: boolean;
};

/** The way in by the school's own accounts: all staff read which one, administrators set it. */
export function SchoolProvider({ name, mayChange }: SchoolProviderProps): ReactNode {
  const t = useT();
  const own = useSchoolProvider(mayChange).data;
  return (
    <ChangeableSection
      id="school-provider"
      title={t('school.provider')}
      lead={t('school.providerLead')}
      changes={t('school.providerChange')}
      mayChange={mayChange && own !== undefined}
      form={(onDone) => own !== undefined && <ProviderForm own={own} onDone={onDone} />}
    >
      <RowList labelledBy="school-provider">
        {own?.provider ? (
          <Row
            title={<bdi>{own.provider.name}</bdi>}
            detail={<bdi dir="ltr">{own.provider.issuer}</bdi>}
            end={
              <div className={styles.buttons}>
                <TryProvider />
                <RemoveProvider name={own.provider.name} />
              </div>
            }
          />
        ) : (
          // What is not known yet is not said: an administrator would read that the school has none.
          (own !== undefined || !mayChange) && <NoneOfItsOwn name={name} isKnown={mayChange} />
        )}
      </RowList>
    </ChangeableSection>
  );
}

/** Whoever is no administrator is told what the button says, and not whose it is. */
function NoneOfItsOwn({ name, isKnown }: { readonly name: string | null; readonly isKnown: boolean }): ReactNode {
  const t = useT();
  if (!isKnown && name !== null) return <Row title={<bdi>{name}</bdi>} />;
  return (
    <Row
      title={t('school.providerNone')}
      detail={name === null ? undefined : t('school.providerShared', { name: isolate(name) })}
    />
  );
}

function TryProvider(): ReactNode {
  const t = useT();
  const check = useTryProvider();
  function handleTry(): void {
    if (check.isPending) return;
    check.mutate(undefined, {
      onSuccess: () => showToast({ text: t('school.providerWorks') }),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Button onClick={handleTry} unavailable={check.isPending ? t('app.loading') : undefined}>
      {t('school.providerTry')}
    </Button>
  );
}
