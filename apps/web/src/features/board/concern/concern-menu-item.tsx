import type { ReactNode } from 'react';
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { useConcern } from './concern-desk.ts';
import { pieceAt } from './piece-at.ts';

/** In the menu of a long press or a right click: about the piece that was pressed, or else about the board. */
export function ConcernMenuItem(): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { tell } = useConcern();
  return (
    <TldrawUiMenuGroup id="concern">
      <TldrawUiMenuItem
        id="report-concern"
        label={t('concern.open')}
        onSelect={() => {
          const record = pieceAt(editor, editor.inputs.originPagePoint);
          tell({ subject: record === null ? { kind: 'board' } : { kind: 'piece', record } });
        }}
      />
    </TldrawUiMenuGroup>
  );
}
