import type { ReactNode } from 'react';
import {
  ClipboardMenuGroup,
  DefaultContextMenu,
  DuplicateMenuItem,
  GroupMenuItem,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  ToggleLockMenuItem,
  UngroupMenuItem,
  useEditor,
  useValue,
} from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { ConcernMenuItem } from '../concern/concern-menu-item.tsx';
import { isPieceMenuOpen } from '../staff/acts/piece-menu-open.ts';

/** The menu of the right mouse button and of a long press. `forStaff` adds what only staff may do. */
export function boardMenu(forStaff: boolean): () => ReactNode {
  return function BoardMenu() {
    const editor = useEditor();
    const isSelecting = useValue('selecting', () => editor.isIn('select'), [editor]);
    return (
      <DefaultContextMenu>
        {isSelecting && (
          <>
            {forStaff && <AboutSelected />}
            <TldrawUiMenuGroup id="modify">
              <DuplicateMenuItem />
              <GroupMenuItem />
              <UngroupMenuItem />
              <ReorderMenuSubmenu />
              {forStaff && <ToggleLockMenuItem />}
            </TldrawUiMenuGroup>
            <ClipboardMenuGroup />
            <TldrawUiMenuGroup id="select-all">
              <SelectAllMenuItem />
            </TldrawUiMenuGroup>
          </>
        )}
        <ConcernMenuItem />
      </DefaultContextMenu>
    );
  };
}

/** By keys and by a long press too, what the selected piece's own button does. */
function AboutSelected(): ReactNode {
  const t = useT();
  const editor = useEditor();
  const isOne = useValue('selected', () => editor.getSelectedShapeIds().length > 0, [editor]);
  if (!isOne) return null;
  return (
    <TldrawUiMenuGroup id="piece">
      <TldrawUiMenuItem
        id="piece"
        label={t('board.piece.more')}
        readonlyOk
        // Once this menu has closed and given the focus back: the other would lose it at once.
        onSelect={() => {
          editor.timers.requestAnimationFrame(() => isPieceMenuOpen.set(true));
        }}
      />
    </TldrawUiMenuGroup>
  );
}
