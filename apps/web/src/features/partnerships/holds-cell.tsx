import type { CharterLine, CharterPage } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { Button } from '../../ui/button.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { CharterReading } from './charter-reading.ts';
import styles from './charter.module.css';
import { holdsWords, lineOf, valueWords } from './line-words.ts';
import { useSpeech } from './speech.ts';
import type { Speech } from './speech.ts';

/** What holds of a line and whose rule that is; here the own school answers what another one proposes. */
export function HoldsCell({
  line,
  reading,
}: {
  readonly line: CharterLine;
  readonly reading: CharterReading;
}): ReactNode {
  const speech = useSpeech();
  const { t } = speech;
  const { page, own, onWish } = reading;
  const setBy = page.holds.setBy[line];
  const isOfSome = setBy.length < page.schools.length;
  const deciding = isOfSome ? page.schools.filter(({ id }) => setBy.includes(id)) : [];
  const asked = page.proposals.filter(
    ({ change, needs }) => change.line === line && needs.some(({ school }) => school === own.id),
  );
  return (
    <>
      <div className={styles.holds}>
        <div>
          {holdsWords(line, reading, speech).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
        {deciding.map((school) => (
          <span key={school.id} className={styles.whose}>
            <SchoolMark slot={school.mark} />
            <VisuallyHidden>{t('charter.ruleOf', { school: school.shortName })}</VisuallyHidden>
          </span>
        ))}
      </div>
      {page.mayChange &&
        asked.map(({ id, by, change }) => (
          <div key={id} className={styles.answers}>
            <Button look="primary" onClick={() => onWish?.({ proposal: id, answer: 'agree' })}>
              {t('charter.agree', { value: valueWords(change, speech) })}
            </Button>
            <Button onClick={() => onWish?.({ proposal: id, answer: 'refuse' })}>
              {t('charter.keep', { value: keptWords(reading.page, { school: by.school, line }, speech) })}
            </Button>
          </div>
        ))}
    </>
  );
}

/** What goes on to hold where a proposal is refused: of hours, the proposing school's own. */
function keptWords(
  { schools, holds }: CharterPage,
  { school, line }: { school: string; line: CharterLine },
  speech: Speech,
): string {
  const proposing = schools.find(({ id }) => id === school);
  return valueWords(lineOf({ ...holds, hours: proposing?.rules.hours ?? null }, line), speech);
}
