import { Clock, ExternalLink, Globe } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { CopyLink } from './copy-link.tsx';
import { PartRows } from './part-rows.tsx';
import type { PublicationState } from './publication-state.ts';
import { piecesOnPage } from './publication-state.ts';
import { useAgree } from './publishing-api.ts';
import styles from './publish-panel.module.css';
import { useTellProblem } from './tell-problem.ts';
import { WithdrawPage } from './withdraw-page.tsx';

type PageOutProps = {
  readonly boardId: string;
  readonly state: Exclude<PublicationState, { kind: 'none' }>;
};

/** There is a public page: who sees what on it, its address, and the way to end it. */
export function PageOut({ boardId, state }: PageOutProps): ReactNode {
  const t = useT();
  const { line } = state;
  const address = `${location.origin}/p/${line.id}`;
  const missing = line.parts.filter(({ agreed }) => !agreed).map(({ school }) => school.shortName);
  return (
    <div className={styles.panel}>
      <p className={styles.sentence}>
        <Globe aria-hidden />
        <span>
          {t('publish.everybodySees', { count: piecesOnPage(line) })}{' '}
          {missing.length > 0 && t('publish.missing', { count: missing.length, schools: listWords(missing) })}
        </span>
      </p>
      <PartRows parts={line.parts} own={state.own} />
      {state.kind === 'asked' ? (
        <Asked boardId={boardId} state={state} address={address} />
      ) : (
        <CopyLink address={address} />
      )}
      <WithdrawPage boardId={boardId} publication={line.id} />
    </div>
  );
}

type AskedProps = {
  readonly boardId: string;
  readonly state: Extract<PublicationState, { kind: 'asked' }>;
  readonly address: string;
};

/** Another school published and asks: look at the page first, then agree. */
function Asked({ boardId, state, address }: AskedProps): ReactNode {
  const t = useT();
  const agree = useAgree(boardId);
  const tellProblem = useTellProblem();
  const [hasPicture, setHasPicture] = useState(true);
  const { school, pieces } = state.own;
  const askers = state.others.filter(({ agreed }) => agreed).map((part) => part.school.shortName);
  return (
    <div className={styles.asked}>
      <Badge tone="wait" icon={Clock}>
        {t('publish.asked', { schools: listWords(askers), own: school.shortName })}
      </Badge>
      {hasPicture && (
        <img
          className={styles.picture}
          src={`/p/${encodeURIComponent(state.line.id)}/board.svg`}
          alt={t('publish.preview')}
          onError={() => setHasPicture(false)}
        />
      )}
      <a href={address} target="_blank" rel="noopener" className={buttonClass({ look: 'quiet', hasIcon: true })}>
        <ExternalLink aria-hidden />
        {t('publish.look')}
      </a>
      <Button
        look="primary"
        wide
        unavailable={agree.isPending ? t('publish.pending') : undefined}
        onClick={() => agree.mutate(state.line.id, { onError: tellProblem })}
      >
        {t('publish.agree', { school: school.shortName, count: pieces })}
      </Button>
    </div>
  );
}
