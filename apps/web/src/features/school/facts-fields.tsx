import type { SchoolFacts } from '@bridgeboard/protocol';
import { useMemo } from 'react';
import type { ReactNode } from 'react';

import { currentLocale } from '../../i18n/language.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LanguagesField } from './languages-field.tsx';
import { fieldOf } from './read-fields.ts';
import styles from './school.module.css';
import { countries, ownTimeZone, timeZones } from './world-lists.ts';

const needed = ['name', 'shortName', 'place'] as const;
type Needed = (typeof needed)[number];

type FactsFieldsProps = {
  /** What is so today; without it the guesses of a new school stand there. */
  readonly facts?: SchoolFacts;
  /** Fields that were left empty. */
  readonly missing: readonly string[];
};

/** What a school is, as fields of a form. */
export function FactsFields({ facts, missing }: FactsFieldsProps): ReactNode {
  const t = useT();
  const locale = formatLocale();
  const zone = facts?.timeZone ?? ownTimeZone();
  const countryChoices = useMemo(() => countries(locale), [locale]);
  const zoneChoices = useMemo(() => timeZones(zone), [zone]);
  const problemOf = (name: Needed): string | undefined => (missing.includes(name) ? t('school.fill') : undefined);
  return (
    <>
      <TextField
        label={t('school.name')}
        name="name"
        autoFocus={facts !== undefined}
        dir="auto"
        maxLength={80}
        defaultValue={facts?.name}
        problem={problemOf('name')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('school.shortName')}
          hint={t('school.shortNameHint')}
          name="shortName"
          dir="auto"
          maxLength={24}
          defaultValue={facts?.shortName}
          problem={problemOf('shortName')}
        />
        <TextField
          label={t('school.place')}
          hint={t('school.placeHint')}
          name="place"
          dir="auto"
          maxLength={60}
          defaultValue={facts?.place}
          problem={problemOf('place')}
        />
      </div>
      <div className={styles.pair}>
        <ChoiceField
          label={t('school.country')}
          name="country"
          choices={countryChoices}
          defaultValue={facts?.country ?? new Intl.Locale(navigator.language).maximize().region ?? 'GB'}
        />
        <ChoiceField label={t('school.timeZone')} name="timeZone" choices={zoneChoices} defaultValue={zone} dir="ltr" />
      </div>
      <LanguagesField initial={facts?.languages ?? [currentLocale()]} />
    </>
  );
}

/** What was typed, and which fields were left empty. */
export function readFacts(form: FormData): { facts: SchoolFacts; missing: string[] } {
  const [name, shortName, place] = needed.map((field) => fieldOf(form, field));
  const facts = {
    name: name ?? '',
    shortName: shortName ?? '',
    place: place ?? '',
    country: fieldOf(form, 'country'),
    timeZone: fieldOf(form, 'timeZone'),
    languages: form.getAll('language').map(String),
  };
  return { facts, missing: needed.filter((field) => facts[field] === '') };
}
