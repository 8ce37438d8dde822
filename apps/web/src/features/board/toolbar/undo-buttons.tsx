import { Redo2, Undo2 } from 'lucide-react';
import { useValue } from 'tldraw';
import type { Editor } from 'tldraw';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';

type UndoButtonProps = { readonly editor: Editor };

/** Takes back one's own last step, nobody else's. Undo with its word, for pupils. */
export function UndoButton({ editor }: UndoButtonProps): ReactNode {
  const t = useT();
  const canUndo = useValue('can undo', () => editor.getCanUndo(), [editor]);
  return (
    <Button
      look="plain"
      size="touch"
      stacked
      icon={Undo2}
      unavailable={canUndo ? undefined : t('board.tool.nothingToUndo')}
      onClick={() => editor.undo()}
    >
      {t('app.undo')}
    </Button>
  );
}

/** Undo and redo as the staff's bar has them. */
export function UndoButtons({ editor }: UndoButtonProps): ReactNode {
  const t = useT();
  const canUndo = useValue('can undo', () => editor.getCanUndo(), [editor]);
  const canRedo = useValue('can redo', () => editor.getCanRedo(), [editor]);
  return (
    <>
      <IconButton icon={Undo2} label={t('app.undo')} disabled={!canUndo} onClick={() => editor.undo()} />
      <IconButton icon={Redo2} label={t('board.tool.redo')} disabled={!canRedo} onClick={() => editor.redo()} />
    </>
  );
}
