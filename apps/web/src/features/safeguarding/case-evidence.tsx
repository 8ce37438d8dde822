import { getConcernDrawing } from '@bridgeboard/protocol';
import type { ConcernCaseView, ConcernEvidence } from '@bridgeboard/protocol';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { SayDesk } from '../../i18n/desk-words.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { fillPath } from '../../lib/api-client.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './desk.module.css';
import { useEvidence } from './safeguarding-api.ts';

type CaseEvidenceProps = { readonly view: ConcernCaseView; readonly desk: SayDesk };

/** What was sealed: nothing of it is on the page, or asked for, before somebody says so. */
export function CaseEvidence({ view, desk }: CaseEvidenceProps): ReactNode {
  const t = useT();
  const [isShown, setIsShown] = useState(false);
  const evidence = useEvidence(view.id, isShown && view.hasEvidence);
  const lead = t(view.hasEvidence ? 'desk.evidence.text' : 'desk.evidence.gone');
  return (
    <Section id="desk-evidence" title={t('desk.evidence')} lead={lead}>
      {view.hasEvidence && (
        <div>
          <Button icon={isShown ? EyeOff : Eye} aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {t(isShown ? 'desk.evidence.hide' : 'desk.evidence.show')}
          </Button>
        </div>
      )}
      {isShown && evidence.data !== undefined && <Shown view={view} desk={desk} evidence={evidence.data} />}
      {isShown &&
        evidence.data === undefined &&
        (evidence.error === null ? (
          <SlowLoading rows={3} />
        ) : (
          <AskAgain error={evidence.error} onRetry={() => void evidence.refetch()} />
        ))}
    </Section>
  );
}

function Shown({ view, desk, evidence }: CaseEvidenceProps & { readonly evidence: ConcernEvidence }): ReactNode {
  const t = useT();
  const theme = usePictureTheme();
  const isSealed = view.pictures.some(({ state }) => state === 'sealed');
  return (
    <div className={styles.evidence}>
      {evidence.words !== null && (
        <Part title={t('desk.evidence.words')}>
          <blockquote dir="auto" className={styles.words}>
            {evidence.words}
          </blockquote>
        </Part>
      )}
      {evidence.isDeleted && <p className={styles.hint}>{t('desk.evidence.deleted')}</p>}
      {evidence.isPutAway && <p className={styles.hint}>{t('desk.evidence.away')}</p>}
      {evidence.hasDrawing && !isSealed && (
        <Part title={t('desk.evidence.drawing')}>
          <img
            className={styles.drawing}
            src={`${fillPath(getConcernDrawing.path, { concern: view.id })}?theme=${theme}`}
            alt={t('desk.evidence.drawingAlt')}
          />
        </Part>
      )}
      <Versions view={view} desk={desk} evidence={evidence} />
      <WhoSaw desk={desk} evidence={evidence} />
      {evidence.versions.length === 0 && evidence.seen.length === 0 && <p>{t('desk.evidence.nothing')}</p>}
    </div>
  );
}

function Versions({ view, desk, evidence }: CaseEvidenceProps & { readonly evidence: ConcernEvidence }): ReactNode {
  const t = useT();
  if (evidence.versions.length === 0 && evidence.pictures.length === 0) return null;
  return (
    <Part title={t('desk.evidence.versions')}>
      <ul className={styles.lines}>
        {evidence.versions.map((version) => (
          <li key={`${version.reach} ${version.at} ${version.text}`}>
            <span className={styles.hint}>
              {[whenOf(version.at, view.timeZone, t), desk.person(version.by), t(`desk.reach.${version.reach}`)].join(
                ' · ',
              )}
            </span>
            <p dir="auto">{version.text === '' ? t('desk.evidence.noWords') : version.text}</p>
          </li>
        ))}
        {evidence.pictures.map(({ asset, hash }) => (
          <li key={asset}>
            <span className={styles.hint}>{t('desk.picture.hash')}</span>
            <p className={styles.hash} dir="ltr">
              {hash}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** SG-26: who had it on the screen at that moment, and who else could see it. */
function WhoSaw({
  desk,
  evidence,
}: Pick<CaseEvidenceProps, 'desk'> & { readonly evidence: ConcernEvidence }): ReactNode {
  const t = useT();
  if (evidence.seen.length === 0) return null;
  return (
    <Part title={t('desk.seen')}>
      <p className={styles.hint}>{t('desk.seen.text')}</p>
      <ul className={styles.lines}>
        {evidence.seen.map((group) => (
          <li key={`${group.school} ${group.role}`}>{desk.seen(group)}</li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.stack}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
