import { reactionSigns, type ReactionSign } from '@bridgeboard/protocol';
import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { uniqueId } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { listWords } from '../../../lib/list-words.ts';
import { Button } from '../../../ui/button.tsx';
import { SignIcon, signIcons } from '../../../ui/sign-icon.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useBoard } from '../board-context.ts';
import { tellRefused } from '../board-moments.tsx';
import type { Reaction } from './remarks-about.ts';
import styles from './sign-row.module.css';

type SignRowProps = {
  readonly piece: string;
  readonly reactions: readonly Reaction[];
  readonly may: boolean;
};

/** Five signs to give or take back, and below them who gave which: names, in the order in which they came. */
export function SignRow({ piece, reactions, may }: SignRowProps): ReactNode {
  const t = useT();
  const { remarks } = useBoard();
  const own = (sign: ReactionSign): Reaction | undefined => reactions.find((one) => one.isOwn && one.sign === sign);
  const toggle = (sign: ReactionSign): void => {
    const given = own(sign);
    const record = { id: `reaction:${uniqueId()}`, typeName: 'reaction', about: piece, sign, meta: {} };
    tellRefused(remarks.do(given ? { op: 'delete', id: given.id } : { op: 'create', record }), t);
  };
  return (
    <>
      {may && (
        <div role="group" aria-label={t('remark.signs')} className={styles.row}>
          {reactionSigns.map((sign, place) => (
            <Button
              key={sign}
              look="plain"
              size="touch"
              stacked
              icon={signIcons[sign]}
              aria-pressed={own(sign) !== undefined}
              onClick={() => toggle(sign)}
              {...(place === 0 ? { 'data-start': 'signs' } : {})}
            >
              {t(`remark.sign.${sign}`)}
            </Button>
          ))}
        </div>
      )}
      <Given reactions={reactions} />
    </>
  );
}

function Given({ reactions }: Pick<SignRowProps, 'reactions'>): ReactNode {
  const t = useT();
  const given = reactionSigns.flatMap((sign) => {
    const those = reactions.filter((one) => one.sign === sign);
    return those.length === 0 ? [] : [{ sign, those }];
  });
  if (given.length === 0) return null;
  return (
    <ul role="list" className={styles.given}>
      {given.map(({ sign, those }) => {
        const isWaiting = those.some(({ state }) => state !== 'out');
        return (
          <li key={sign}>
            <SignIcon sign={sign} />
            <VisuallyHidden>{t(`remark.sign.${sign}`)}</VisuallyHidden>
            <span dir="auto">{listWords(those.map(({ by, isOwn }) => (isOwn ? t('remark.you') : by.label)))}</span>
            {isWaiting && (
              <span className={styles.waiting} title={t('state.waiting')}>
                <Clock aria-hidden />
                <VisuallyHidden>{t('state.waiting')}</VisuallyHidden>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
