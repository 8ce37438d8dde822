import type { Author } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../../../i18n/translate.ts';
import { isolate } from '../../../../lib/isolate.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { WorkList } from '../../work/work-list.tsx';

type WorkDialogProps = { readonly author: Author; readonly onClose: () => void };

/** All that a pupil of the own school has made on this board, with what became of it. */
export function WorkDialog({ author, onClose }: WorkDialogProps): ReactNode {
  const t = useT();
  return (
    <Dialog title={t('board.piece.work', { name: isolate(author.label) })} onClose={onClose}>
      <WorkList author={author} none={t('board.piece.noWork')} />
      <Button onClick={onClose}>{t('app.close')}</Button>
    </Dialog>
  );
}
