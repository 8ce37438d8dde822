import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { Row, RowList } from '../../ui/row-list.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { useSchoolWords } from './school-api.ts';
import type { WordsOfSchool } from './school-api.ts';
import { WordList } from './word-list.tsx';
import { WordsForm } from './words-form.tsx';
import { languageName } from './world-lists.ts';

/** What pupils' words are looked through for before staff see them; administrators change it, all staff read it. */
export function OwnWords({ mayChange }: { readonly mayChange: boolean }): ReactNode {
  const t = useT();
  const words = useSchoolWords();
  const { data } = words;
  return (
    <ChangeableSection
      id="school-words"
      title={t('school.words')}
      lead={t('school.wordsLead')}
      changes={t('school.changeWords')}
      mayChange={mayChange && data !== undefined}
      form={(onDone) => data && <WordsForm words={data} onDone={onDone} />}
    >
      {data && <WordRows words={data} />}
    </ChangeableSection>
  );
}

function WordRows({ words }: { readonly words: WordsOfSchool }): ReactNode {
  const t = useT();
  const locale = formatLocale();
  return (
    <RowList labelledBy="school-words">
      <Row
        title={t('school.words.own')}
        detail={words.own.length === 0 ? t('school.words.none') : <bdi>{words.own.join(' · ')}</bdi>}
      />
      {words.lists.map(({ list, entries }) => {
        const count = entries.filter((entry) => words.off.includes(`${list}:${entry}`)).length;
        return (
          <Row
            key={list}
            title={languageName(list, locale)}
            detail={
              <WordList summary={t('school.words.count', { count: entries.length - count, off: count })} list={list}>
                {entries.join(' · ')}
              </WordList>
            }
          />
        );
      })}
    </RowList>
  );
}
