import type { ClassView } from '@bridgeboard/protocol';
import { ArrowLeft, FileCheck, ListPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { AddPupil } from './add-pupil.tsx';
import { AgesChoice } from './ages-choice.tsx';
import { ClassCode } from './class-code.tsx';
import { useChangeClass } from './classes-api.ts';
import styles from './classes.module.css';
import { Consents } from './consents.tsx';
import { DeleteClass } from './delete-class.tsx';
import { ListImport } from './list/list-import.tsx';
import { NameForm } from './name-form.tsx';
import { PupilRows } from './pupil-rows.tsx';
import { TrustSection } from './trust/trust-section.tsx';

const longestName = 40;

/** One class: its name, its code, its pupils, and what can be done with each. */
export function ClassSheet({
  schoolClass,
  onDeleted,
}: {
  readonly schoolClass: ClassView;
  readonly onDeleted: () => void;
}): ReactNode {
  const t = useT();
  return (
    <main id="main" className={styles.page}>
      <div>
        <ButtonLink href={paths.classes} look="plain" icon={ArrowLeft}>
          {t('classes.title')}
        </ButtonLink>
      </div>
      <div className={styles.head}>
        <div className={styles.name}>
          <h1 dir="auto">{schoolClass.name}</h1>
          <RenameClass schoolClass={schoolClass} />
        </div>
      </div>
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="pupils-title">
          <h2 id="pupils-title" className={styles.title}>
            {t('classes.pupils', { count: schoolClass.pupils.length })}
          </h2>
          <Pupils schoolClass={schoolClass} />
        </section>
        <div className={styles.side}>
          <ClassCode schoolClass={schoolClass} />
          <AgesChoice schoolClass={schoolClass} />
          <PinChoice schoolClass={schoolClass} />
          <DeleteClass schoolClass={schoolClass} onDeleted={onDeleted} />
        </div>
      </div>
      <TrustSection classId={schoolClass.id} />
    </main>
  );
}

/** Pupils one by one, a whole list of them, or what their families agree to. */
function Pupils({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  const t = useT();
  const [shown, setShown] = useState<'rows' | 'list' | 'consents'>('rows');
  const toRows = (): void => setShown('rows');
  if (shown === 'list') return <ListImport schoolClass={schoolClass} onDone={toRows} />;
  if (shown === 'consents') return <Consents schoolClass={schoolClass} onDone={toRows} />;
  return (
    <>
      <AddPupil schoolClass={schoolClass} />
      <div className={styles.buttons}>
        <Button icon={ListPlus} onClick={() => setShown('list')}>
          {t('classes.list.open')}
        </Button>
        <Button icon={FileCheck} onClick={() => setShown('consents')}>
          {t('classes.consent.open')}
        </Button>
      </div>
      <PupilRows schoolClass={schoolClass} />
    </>
  );
}

function RenameClass({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const change = useChangeClass(schoolClass.id);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="start"
      label={t('classes.rename')}
      trigger={
        <Button look="plain" icon={Pencil}>
          {t('classes.rename')}
        </Button>
      }
    >
      <NameForm
        label={t('classes.name')}
        value={schoolClass.name}
        maxLength={longestName}
        action={t('classes.renameDo')}
        emptyProblem={t('classes.nameProblem')}
        isPending={change.isPending}
        error={change.error}
        onName={(name) => change.mutate({ name }, { onSuccess: () => setOpen(false) })}
      />
    </Popover>
  );
}

/** Pictures or words: the secret stays the same, only its tiles change. */
function PinChoice({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  const t = useT();
  const change = useChangeClass(schoolClass.id);
  return (
    <section className={styles.section} aria-labelledby="pin-title">
      <h2 id="pin-title" className={styles.title}>
        {t('classes.pinTitle')}
      </h2>
      <div>
        <Select
          label={t('classes.pinTitle')}
          value={schoolClass.pin}
          options={[
            { value: 'pictures', label: t('classes.pin.pictures') },
            { value: 'words', label: t('classes.pin.words') },
          ]}
          onChange={(pin) =>
            change.mutate(
              { pin },
              { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) },
            )
          }
        />
      </div>
      <p className={styles.hint}>{t('classes.pinHint')}</p>
    </section>
  );
}
