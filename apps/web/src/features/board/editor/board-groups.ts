import type { Editor, TLShape, TLShapeId } from 'tldraw';

import type { EditRights } from './edit-rights.ts';
import type { RemoteGuard } from './remote-guard.ts';

interface GroupParts {
  readonly editor: Editor;
  readonly guard: RemoteGuard;
  readonly rights: EditRights;
  /** Somebody tried to put others' things into a group. */
  readonly onRefused: () => void;
}

/**
 * Groups as boards have them: a group and what is in it have one author (P14), and one that is left with a single child by
 * somebody else's change is not taken apart here (P35). Groups are tldraw's own core and cannot be replaced, so this is
 * put into the one editor. The answer ends it.
 */
export function guardGroups({ editor, guard, rights, onRefused }: GroupParts): () => void {
  const groups = editor.getShapeUtil('group');
  const repair = groups.onChildrenChange?.bind(groups);
  groups.onChildrenChange = (group) => (guard.isRemote ? undefined : repair?.(group));
  const groupShapes: Editor['groupShapes'] = editor.groupShapes.bind(editor);
  editor.groupShapes = (shapes: TLShape[] | TLShapeId[], options?: Parameters<Editor['groupShapes']>[1]) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id));
    if (ids.every((id) => rights.isOwn(id))) return groupShapes(ids, options);
    onRefused();
    return editor;
  };
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
    source === 'user' && !guard.isRemote ? outOfOthersGroups(editor, rights, shape) : shape,
  );
}

/** What is drawn while somebody else's group is open stands beside that group, in the same place. */
function outOfOthersGroups(editor: Editor, rights: EditRights, shape: TLShape): TLShape {
  const group = editor.getShape(shape.parentId as TLShapeId);
  if (group === undefined || group.type !== 'group' || rights.isOwn(group.id)) return shape;
  const { x, y } = editor.getShapeLocalTransform(group).applyToPoint(shape);
  const moved = { ...shape, parentId: group.parentId, x, y, rotation: shape.rotation + group.rotation };
  return outOfOthersGroups(editor, rights, moved);
}
