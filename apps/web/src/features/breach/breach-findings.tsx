import type { BreachAnswer } from '@bridgeboard/protocol';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Button } from '../../ui/button.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { asCsv, asJson, save } from './breach-file.ts';
import type { BreachWish } from './breach-form.tsx';
import { BreachNext } from './breach-next.tsx';
import { BreachPupils } from './breach-pupils.tsx';
import styles from './breach.module.css';

type FindingsProps = {
  readonly answer: Extract<BreachAnswer, { state: 'found' }>;
  readonly wish: BreachWish;
};

/** Whom it concerns: what to do first, then counts, other schools, and pupil by pupil. */
export function BreachFindingsView({ answer, wish }: FindingsProps): ReactNode {
  const t = useT();
  const { findings, timeZone } = answer;
  const { pupils, others } = findings;
  const didCount = pupils.filter(({ did }) => did.length > 0).length;
  return (
    <div className={styles.findings}>
      <p role="status" className={styles.count}>
        {t('breach.affected', { count: pupils.length })}
      </p>
      <BreachNext noticedAt={wish.noticedAt} findings={findings} timeZone={timeZone} />
      <Section id="breach-known" title={t('breach.known')}>
        <ul className={styles.facts}>
          <li>{t('breach.could', { count: pupils.length })}</li>
          {wish.question.of.kind === 'account' && (
            <li>{t('breach.did', { count: didCount, lines: findings.lines })}</li>
          )}
          {findings.signedIn.length > 0 && (
            <li>
              {t('breach.signedIn', { when: findings.signedIn.map((at) => whenOf(at, timeZone, t)).join(' · ') })}
            </li>
          )}
          {findings.gone.pupils + findings.gone.boards > 0 && <li>{t('breach.gone', findings.gone)}</li>}
          {!findings.knowsReports && wish.question.of.kind === 'account' && <li>{t('breach.noReports')}</li>}
        </ul>
      </Section>
      {others.length > 0 && (
        <Section id="breach-others" title={t('breach.others')} lead={t('breach.othersLead')}>
          <RowList labelledBy="breach-others">
            {others.map(({ school, pupils: count }) => (
              <Row
                key={school.id}
                picture={<SchoolMark slot={school.mark} />}
                title={school.name}
                end={t('breach.pupils', { count })}
              />
            ))}
          </RowList>
        </Section>
      )}
      <Section
        id="breach-pupils"
        title={t('breach.byPupil')}
        lead={t('breach.byPupilLead')}
        end={
          <div className={styles.files}>
            <Button icon={Download} onClick={() => save('breach.csv', 'text/csv', asCsv(findings, t))}>
              {t('breach.csv')}
            </Button>
            <Button icon={Download} onClick={() => save('breach.json', 'application/json', asJson(answer, wish))}>
              {t('breach.json')}
            </Button>
          </div>
        }
      >
        <BreachPupils findings={findings} timeZone={timeZone} />
      </Section>
    </div>
  );
}
