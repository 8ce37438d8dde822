import { Unplug } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { useBoard } from './board-context.ts';
import { saveWithPictures } from './pictures/save-with-pictures.ts';
import { RefusedWorkList } from './refused-work-list.tsx';
import { useObservable } from './use-observable.ts';

/** Where the person's work is, in words that are true, and whether the board is connected at all. */
export function BoardSaveState(): ReactNode {
  const t = useT();
  const { session, pictures } = useBoard();
  const { state, save: drawn } = useObservable(session.status);
  const save = saveWithPictures(drawn, useObservable(pictures.outbox.onTheirWay));
  const refused = useObservable(session.refusedWork);
  const isAway = state === 'offline' || state === 'joining';
  return (
    <>
      {isAway && (
        <span role="status">
          <Badge tone="wait" icon={Unplug}>
            {t(state === 'offline' ? 'trouble.offline' : 'board.catchingUp')}
          </Badge>
        </span>
      )}
      {save.name === 'open' && (
        <span role="status">
          <Badge tone="danger" icon={Unplug}>
            {t('board.notKept')}
          </Badge>
        </span>
      )}
      {/* While more is on its way too: what was not accepted must not come and go with each stroke. */}
      {refused.length > 0 && <RefusedWorkList />}
      {save.name !== 'open' && save.name !== 'notAccepted' && <SaveState state={save.name} count={save.count} />}
    </>
  );
}
