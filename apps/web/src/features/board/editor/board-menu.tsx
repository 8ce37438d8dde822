import type { ReactNode } from 'react';
import {
  ClipboardMenuGroup,
  DefaultContextMenu,
  DuplicateMenuItem,
  GroupMenuItem,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuGroup,
  ToggleLockMenuItem,
  UngroupMenuItem,
  useEditor,
  useValue,
} from 'tldraw';

/** The menu of the right mouse button and of a long press. `forStaff` adds what only staff may do. */
export function boardMenu(forStaff: boolean): () => ReactNode {
  return function BoardMenu() {
    const editor = useEditor();
    const isSelecting = useValue('selecting', () => editor.isIn('select'), [editor]);
    return (
      <DefaultContextMenu>
        {isSelecting && (
          <>
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
      </DefaultContextMenu>
    );
  };
}
