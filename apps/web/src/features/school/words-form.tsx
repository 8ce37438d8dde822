import type { SchoolWords } from '@bridgeboard/protocol';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { LinesField } from '../../ui/lines-field.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { Failure } from './failure.tsx';
import { fieldOf } from './read-fields.ts';
import { useChangeWords } from './school-api.ts';
import type { WordsOfSchool } from './school-api.ts';
import styles from './school.module.css';
import { WordList } from './word-list.tsx';
import wordStyles from './word-list.module.css';
import { languageName } from './world-lists.ts';

/** The school's own words, and those of the built-in lists that it looks for. */
export function WordsForm({ words, onDone }: { words: WordsOfSchool; onDone: () => void }): ReactNode {
  const t = useT();
  const locale = formatLocale();
  const change = useChangeWords(() => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!change.isPending) change.mutate(readWords(new FormData(event.currentTarget), words));
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <LinesField
        label={t('school.words.own')}
        hint={t('school.words.ownHint')}
        name="own"
        rows={5}
        autoFocus
        defaultValue={words.own.join('\n')}
      />
      <fieldset className={styles.group}>
        <legend>{t('school.words.lists')}</legend>
        <p className={styles.hint}>{t('school.words.listsHint')}</p>
        {words.lists.map(({ list, entries }) => (
          <WordList key={list} summary={languageName(list, locale)} list={list}>
            <div className={wordStyles.checks}>
              {entries.map((entry) => (
                <CheckField
                  key={entry}
                  label={entry}
                  name="on"
                  value={`${list}:${entry}`}
                  defaultChecked={!words.off.includes(`${list}:${entry}`)}
                />
              ))}
            </div>
          </WordList>
        ))}
      </fieldset>
      <Failure error={change.error} />
      <FormButtons go={t('school.save')} isPending={change.isPending} onCancel={onDone} />
    </form>
  );
}

function readWords(form: FormData, { lists }: WordsOfSchool): SchoolWords {
  const lines = fieldOf(form, 'own').split('\n');
  const own = [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
  const on = new Set(form.getAll('on'));
  const all = lists.flatMap(({ list, entries }) => entries.map((entry) => `${list}:${entry}`));
  return { own, off: all.filter((entry) => !on.has(entry)) };
}
