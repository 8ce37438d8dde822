import type { ConcernCaseView } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import type { SayDesk } from '../../i18n/desk-words.ts';
import { useT } from '../../i18n/translate.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Section } from '../../ui/section.tsx';
import styles from './desk.module.css';

/** What is known of a report without looking at what was reported. */
export function CaseFacts({ view, desk }: { readonly view: ConcernCaseView; readonly desk: SayDesk }): ReactNode {
  const t = useT();
  const { outcome, board, whose } = view;
  const facts: [name: string, value: string][] = [
    [t('desk.fact.status'), desk.status(view.status)],
    ...(outcome === null ? [] : ([[t('desk.fact.outcome'), t(`desk.outcome.${outcome}`)]] satisfies typeof facts)),
    [t('desk.fact.answerBy'), whenOf(view.by, view.timeZone, t)],
    [t('desk.fact.about'), t(`desk.about.${view.about}`)],
    ...(whose === null ? [] : ([[t('desk.fact.whose'), desk.person(whose)]] satisfies typeof facts)),
    [t('desk.fact.reporter'), desk.person(view.reporter)],
    ...(board === null ? [] : ([[t('desk.fact.board'), board.title]] satisfies typeof facts)),
    ...(view.boardStays ? ([[t('desk.fact.stays'), t('desk.fact.staysMore')]] satisfies typeof facts) : []),
    ...view.others.map(({ school, status }): [string, string] => [desk.school(school), desk.status(status)]),
    [t('desk.fact.number'), view.id],
  ];
  return (
    <Section id="desk-facts" title={t('desk.facts')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
