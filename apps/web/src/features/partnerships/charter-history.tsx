import type { CharterPage } from '@bridgeboard/protocol';
import { Activity } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatClock, formatDate } from '../../i18n/format-time.ts';
import { isolate } from '../../lib/isolate.ts';
import { nameOf } from './charter-reading.ts';
import type { CharterReading } from './charter-reading.ts';
import styles from './charter-history.module.css';
import { lineTitle, valueWords } from './line-words.ts';
import { useSpeech } from './speech.ts';
import type { Speech } from './speech.ts';

type Event = CharterPage['history'][number];

/** Who changed what and when, newest first. */
export function CharterHistory({ reading }: { readonly reading: CharterReading }): ReactNode {
  const speech = useSpeech();
  const { page, own } = reading;
  return (
    <details className={styles.history}>
      <summary>
        <Activity aria-hidden />
        {speech.t('charter.history', { count: page.history.length })}
      </summary>
      <ol role="list" reversed>
        {page.history.map((event) => (
          <li key={`${event.at} ${event.act} ${event.by.school} ${event.change?.line ?? ''}`}>
            <time dateTime={new Date(event.at).toISOString()}>
              {formatDate(new Date(event.at), own.timeZone, speech.intl)},{' '}
              {formatClock(new Date(event.at), own.timeZone, speech.intl)}
            </time>
            <span>{eventWords(event, page, speech)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function eventWords(event: Event, page: CharterPage, speech: Speech): string {
  const known = [...page.schools, ...page.former].find(({ id }) => id === event.by.school);
  const school = known?.shortName ?? speech.t('charter.formerSchool');
  const named = nameOf(event.by, page);
  const who = named === '' || named === school ? isolate(school) : `${isolate(named)} (${isolate(school)})`;
  const { act, change, before } = event;
  return speech.t(`charter.act.${act}`, {
    who,
    line: change === null ? '' : lineTitle(change.line, speech),
    value: change === null ? '' : valueWords(change, speech),
    before: before === null ? '' : valueWords(before, speech),
  });
}
