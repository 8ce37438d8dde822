import { LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { useReadAloud } from '../../../lib/read-aloud.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useBoard } from '../board-context.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useConcern } from './concern-desk.ts';

/** Always in the same place: the first of two taps from anything on the board to a report. */
export function ConcernButton(): ReactNode {
  const t = useT();
  const { you } = useBoard();
  const { state, pick } = useConcern();
  const { say } = useReadAloud();
  const isPicking = state.at === 'pick';
  function pickAloud(): void {
    if (!isPicking) say(`${t('concern.open')}. ${t('concern.pick')}.`);
    pick();
  }
  if (you.role === 'staff') {
    return <IconButton icon={LifeBuoy} label={t('concern.openBoard')} aria-pressed={isPicking} onClick={pick} />;
  }
  return (
    <Button size="touch" icon={LifeBuoy} title={t('concern.open')} aria-pressed={isPicking} onClick={pickAloud}>
      <VisuallyHidden where="narrow">{t('concern.open')}</VisuallyHidden>
    </Button>
  );
}
