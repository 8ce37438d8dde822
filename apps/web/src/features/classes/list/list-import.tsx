import type { ClassView } from '@bridgeboard/protocol';
import { FileUp, UserPlus, X } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { ChangeEvent, ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { Button } from '../../../ui/button.tsx';
import { buttonClass } from '../../../ui/button-look.ts';
import { showToast } from '../../../ui/show-toast.tsx';
import { useAddPupils } from '../classes-api.ts';
import { LeftOut } from './left-out.tsx';
import styles from './list.module.css';
import { ListReport } from './list-report.tsx';
import { mostListBytes, readListFile } from './read-list-file.ts';
import { readNames, writeLines } from './read-names.ts';

type ListImportProps = { readonly schoolClass: ClassView; readonly onDone: () => void };

/** A pasted or opened list, read line by line in this browser. Nothing is sent or kept before the teacher says so. */
export function ListImport({ schoolClass, onDone }: ListImportProps): ReactNode {
  const t = useT();
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  const known = schoolClass.pupils;
  const list = useMemo(
    () =>
      readNames(
        shown,
        known.map(({ name }) => name),
      ),
    [shown, known],
  );
  const good = list.lines.filter(({ wrong }) => wrong === null);
  const wrong = list.lines.filter((line) => line.wrong !== null);
  const leftOut = writeLines(list, wrong);
  const add = useAddPupils(schoolClass.id);
  function addAll(): void {
    if (add.isPending) return;
    add.mutate(
      good.map(({ name }) => name),
      {
        onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
        onSuccess: () => {
          showToast({ text: t('classes.list.added', { count: good.length }) });
          // What was left out stays here, to be put right.
          if (wrong.length === 0) onDone();
          else setText(leftOut);
        },
      },
    );
  }
  return (
    <div className={styles.import}>
      <ListText text={text} onText={setText} />
      {list.lines.length > 0 && <ListReport lines={list.lines} />}
      <div className={styles.buttons}>
        {good.length > 0 && (
          <Button
            look="primary"
            icon={UserPlus}
            onClick={addAll}
            unavailable={add.isPending ? t('classes.saving') : undefined}
          >
            {t('classes.list.add', { count: good.length })}
          </Button>
        )}
        {wrong.length > 0 && <LeftOut text={leftOut} count={wrong.length} />}
        <Button look="plain" icon={X} onClick={onDone}>
          {t('classes.list.close')}
        </Button>
      </div>
    </div>
  );
}

function ListText({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }): ReactNode {
  const t = useT();
  const id = useId();
  function open({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    const file = currentTarget.files?.[0];
    // The same file, put right meanwhile, can be chosen again.
    currentTarget.value = '';
    if (file === undefined) return;
    readListFile(file).then(onText, (error: unknown) =>
      showToast({ tone: 'problem', text: describeFailure(error, t) }),
    );
  }
  return (
    <div className={styles.text}>
      <label className={styles.label} htmlFor={id}>
        {t('classes.list.title')}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('classes.list.hint')}
      </p>
      <textarea
        id={id}
        className={styles.field}
        aria-describedby={`${id}-hint`}
        rows={6}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        autoFocus
        maxLength={mostListBytes}
        placeholder={t('classes.list.example')}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <label className={buttonClass({ hasIcon: true })}>
        <FileUp aria-hidden />
        {t('classes.list.file')}
        <input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" className={styles.file} onChange={open} />
      </label>
    </div>
  );
}
