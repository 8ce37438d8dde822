import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { usePart } from '../use-observable.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { IdleReturn } from './idle-return.tsx';
import type { SharedTablet } from './shared-tablet.ts';
import { whenSaved } from './when-saved.ts';

/** Hands the tablet to the next pupil: by a tap, or because it was put down. What was drawn last has a moment to be saved. */
export function PassOn({ tablet }: { readonly tablet: SharedTablet }): ReactNode {
  const t = useT();
  const { session, you } = useBoard();
  const save = usePart(session.status, 'save');
  const [isPassing, setIsPassing] = useState(false);
  // This browser keeps nothing: whoever leaves now loses what they drew.
  const isLoss = save.name === 'open';
  async function pass(): Promise<void> {
    setIsPassing(true);
    tablet.onPass(await whenSaved(session.status));
    setIsPassing(false);
  }
  const reason = isLoss ? t('board.notKept') : t('pass.saving');
  return (
    <>
      <Button
        size="touch"
        icon={ArrowLeftRight}
        onClick={() => void pass()}
        unavailable={isLoss || isPassing ? reason : undefined}
      >
        <VisuallyHidden where="narrow">{t('pass.on')}</VisuallyHidden>
      </Button>
      {tablet.isShared && !isLoss && !isPassing && <IdleReturn name={you.label} onLeave={() => void pass()} />}
    </>
  );
}
