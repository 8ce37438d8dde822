import { whatHolds } from '@bridgeboard/domain';
import type { CharterPage, PartnershipOffer } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { isolate } from '../../lib/isolate.ts';
import { Row, RowList } from '../../ui/row-list.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './invitations.module.css';
import { charterLines, lineOf, lineTitle, schoolValueWords, valueWords } from './line-words.ts';
import { useSpeech } from './speech.ts';
import type { Speech } from './speech.ts';

type Partner = CharterPage['schools'][number];
type OfferedCharterProps = {
  readonly offer: PartnershipOffer;
  /** The school that would come in; null while it is not here yet. */
  readonly own: Partner | null;
};

/** Who asks, and what would hold with the own school's rules among theirs. */
export function OfferedCharter({ offer, own }: OfferedCharterProps): ReactNode {
  const speech = useSpeech();
  const { t, intl } = speech;
  const regions = new Intl.DisplayNames(intl, { type: 'region' });
  const schools = own === null ? offer.schools : [...offer.schools, own];
  return (
    <>
      <Section id="offer-who" title={t('offer.who')}>
        <RowList labelledBy="offer-who">
          {offer.schools.map(({ id, name, place, country, mark }) => (
            <Row
              key={id}
              picture={<SchoolMark slot={mark} />}
              title={<bdi>{name}</bdi>}
              detail={`${isolate(place)} · ${regions.of(country) ?? country}`}
            />
          ))}
        </RowList>
      </Section>
      <Section id="offer-holds" title={t('offer.holds')} lead={t('offer.holdsLead')}>
        <dl className={styles.rules}>
          {charterLines.map((line) => (
            <RuleRow key={line} title={lineTitle(line, speech)} values={offeredWords(line, schools, speech)} />
          ))}
        </dl>
      </Section>
    </>
  );
}

function RuleRow({ title, values }: { readonly title: string; readonly values: readonly string[] }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {values.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </dd>
    </>
  );
}

/** The value that would hold; of hours, each school's own, because it is open while it is at all of them. */
function offeredWords(line: (typeof charterLines)[number], schools: readonly Partner[], speech: Speech): string[] {
  if (line === 'hours') {
    const limited = schools.filter(({ rules }) => rules.hours !== null);
    if (limited.length === 0) return [valueWords({ line, value: null }, speech)];
    return limited.map((school) => schoolValueWords(lineOf(school.rules, line), school, speech));
  }
  const holds = whatHolds(schools.map(({ id, timeZone, rules }) => ({ school: id, timeZone, rules })));
  return [valueWords(lineOf({ ...holds, hours: null }, line), speech)];
}
