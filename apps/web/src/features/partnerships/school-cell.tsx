import type { CharterLine, CharterPage } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatClock } from '../../i18n/format-time.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { CharterNote } from './charter-note.tsx';
import { nameOf } from './charter-reading.ts';
import type { CharterReading, Proposal } from './charter-reading.ts';
import styles from './charter.module.css';
import { LineMenu } from './line-menu.tsx';
import { keyOf } from './line-choices.ts';
import { lineOf, schoolValueWords, valueWords } from './line-words.ts';
import { useSpeech } from './speech.ts';
import type { Speech } from './speech.ts';

const dayMs = 86_400_000;

type SchoolCellProps = {
  readonly line: CharterLine;
  readonly school: CharterPage['schools'][number];
  readonly reading: CharterReading;
};

/** What one school has set for a line, and what it would like instead. */
export function SchoolCell({ line, school, reading }: SchoolCellProps): ReactNode {
  const speech = useSpeech();
  const { page, own } = reading;
  const isOwn = school.id === own.id;
  const value = lineOf(school.rules, line);
  const proposal = page.proposals.find((one) => one.by.school === school.id && one.change.line === line);
  return (
    <>
      {isOwn && page.mayChange ? (
        <LineMenu line={line} rules={school.rules} reading={reading} />
      ) : (
        <p className={styles.value}>{schoolValueWords(value, school, speech)}</p>
      )}
      {proposal !== undefined && <ProposalNote proposal={proposal} reading={reading} />}
      <TightenedNote line={line} school={school} reading={reading} />
    </>
  );
}

function ProposalNote({
  proposal,
  reading,
}: {
  readonly proposal: Proposal;
  readonly reading: CharterReading;
}): ReactNode {
  const speech = useSpeech();
  const { t } = speech;
  const { page, own, onWish } = reading;
  const isOwn = proposal.by.school === own.id;
  const value = valueWords(proposal.change, speech);
  const name = isolate(nameOf(proposal.by, page));
  const needs = speech.list(proposal.needs.map((one) => nameOf(one, page)));
  return (
    <CharterNote
      kind="loosens"
      title={isOwn ? t('charter.youPropose', { value }) : t('charter.proposes', { name, value })}
      text={t('charter.loosens', { names: needs })}
    >
      {isOwn && page.mayChange && (
        <Button look="plain" onClick={() => onWish?.({ proposal: proposal.id, answer: 'withdraw' })}>
          {t('charter.withdraw')}
        </Button>
      )}
    </CharterNote>
  );
}

/** A rule that was made stricter since yesterday says what it was. */
function TightenedNote({ line, school, reading }: SchoolCellProps): ReactNode {
  const speech = useSpeech();
  const { page, own, now } = reading;
  const event = page.history.find(({ by, act, change }) => {
    return by.school === school.id && change?.line === line && (act === 'tightened' || act === 'loosened');
  });
  if (event?.act !== 'tightened' || event.before === null || event.change === null || now - event.at > dayMs)
    return null;
  if (keyOf(event.change) !== keyOf(lineOf(school.rules, line))) return null;
  return (
    <CharterNote
      kind="tightens"
      title={speech.t('charter.was', { value: valueWords(event.before, speech) })}
      text={sinceWords(event.at, own.timeZone, speech)}
    />
  );
}

function sinceWords(at: number, zone: string, { t, intl }: Speech): string {
  return t('charter.tightens', { time: formatClock(new Date(at), zone, intl) });
}
