import { getConcernExport } from '@bridgeboard/protocol';
import type { ConcernCaseView } from '@bridgeboard/protocol';
import { ArrowLeft, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { deskWords } from '../../i18n/desk-words.ts';
import { useT } from '../../i18n/translate.ts';
import { fillPath } from '../../lib/api-client.ts';
import { whenOf } from '../../lib/when-of.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { TitledPage } from '../../ui/titled-page.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseEvidence } from './case-evidence.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CasePictures } from './case-pictures.tsx';
import { CaseStory } from './case-story.tsx';
import styles from './desk.module.css';
import { GuidingSteps } from './guiding-steps.tsx';

/** One report: facts and steps first, what was sealed only when somebody asks. */
export function CasePage({ view }: { readonly view: ConcernCaseView }): ReactNode {
  const t = useT();
  const desk = deskWords(t, view.schools);
  return (
    <TitledPage
      title={t(`concern.reason.${view.reason}`)}
      leads={[t('desk.caseTitle', { when: whenOf(view.at, view.timeZone, t) })]}
      width="wide"
      back={
        <Link href={paths.safeguarding} className={styles.back}>
          <ArrowLeft aria-hidden className={styles.arrow} />
          {t('desk.back')}
        </Link>
      }
      end={
        <a
          className={buttonClass({ hasIcon: true })}
          href={fillPath(getConcernExport.path, { concern: view.id })}
          download={`report-${view.id}.html`}
        >
          <Download aria-hidden />
          {t('desk.export')}
        </a>
      }
    >
      <CasePictures view={view} />
      <div className={styles.columns}>
        <div className={styles.first}>
          <CaseFacts view={view} desk={desk} />
        </div>
        <div className={styles.side}>
          <GuidingSteps view={view} />
          <CaseActions view={view} />
        </div>
        <div className={styles.rest}>
          <CaseEvidence view={view} desk={desk} />
          <CaseStory view={view} desk={desk} />
        </div>
      </div>
    </TitledPage>
  );
}
