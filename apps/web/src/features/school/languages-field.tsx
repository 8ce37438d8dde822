import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './school.module.css';
import { languageName, languages } from './world-lists.ts';

const mostLanguages = 8;

/** The languages of a school, the first one first; each one stands in the form as `language`. */
export function LanguagesField({ initial }: { readonly initial: readonly string[] }): ReactNode {
  const t = useT();
  const locale = formatLocale();
  const [chosen, setChosen] = useState(initial);
  const all = useMemo(() => languages(locale), [locale]);
  const others = all.filter(({ value }) => !chosen.includes(value));
  const nameOf = (code: string): string => languageName(code, locale);
  return (
    <fieldset className={styles.group}>
      <legend>{t('school.languages')}</legend>
      <p className={styles.hint}>{t('school.languagesHint')}</p>
      <ul role="list" className={styles.chips}>
        {chosen.map((code) => (
          <li key={code} className={styles.chip}>
            <input type="hidden" name="language" value={code} />
            {nameOf(code)}
            <IconButton
              icon={X}
              label={t('school.removeLanguage', { language: nameOf(code) })}
              disabled={chosen.length === 1}
              onClick={() => setChosen(chosen.filter((one) => one !== code))}
            />
          </li>
        ))}
      </ul>
      {chosen.length < mostLanguages && (
        <ChoiceField
          label={t('school.addLanguage')}
          choices={[{ value: '', label: t('school.chooseLanguage') }, ...others]}
          value=""
          onChange={(event) => setChosen([...chosen, event.currentTarget.value])}
        />
      )}
    </fieldset>
  );
}
