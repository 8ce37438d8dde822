import type { Editor, TLEventInfo, TLInstancePageState, TLShape, TLShapeId } from 'tldraw';

import type { EditRights } from './edit-rights.ts';

/** How far a finger has to drag before it counts as an attempt to move something. */
const dragPx = 6;

/**
 * Makes others' work feel like the paper itself: it cannot be selected, moved, written in or rubbed out, and an attempt is
 * told. Shapes can still be pointed at by arrows and drawn over. The answer ends it.
 */
export function lockOthers(editor: Editor, rights: EditRights, onAttempt: (shape: TLShape) => void): () => void {
  const isOthers = (id: TLShapeId): boolean => {
    const shape = editor.getShape(id);
    return shape !== undefined && !rights.mayEdit(shape);
  };
  const isOwnId = (id: TLShapeId): boolean => !isOthers(id);
  const isLocked = editor.isShapeOrAncestorLocked.bind(editor);
  const standsInLocked = (shape: TLShape): boolean => {
    for (let at: TLShape | undefined = shape; at; at = editor.getShapeParent(at)) if (at.isLocked) return true;
    return false;
  };
  editor.isShapeOrAncestorLocked = (asked) => {
    const shape = asked === undefined ? undefined : editor.getShape(asked);
    if (shape === undefined) return false;
    // Whose it is is asked of the shape alone: an own note in the teacher's frame stays one's own, until staff lock the frame.
    return standsInLocked(shape) || isOthers(shape.id);
  };
  const onlyOwn = (_before: TLInstancePageState, after: TLInstancePageState): TLInstancePageState => ({
    ...after,
    selectedShapeIds: after.selectedShapeIds.filter(isOwnId),
    erasingShapeIds: after.erasingShapeIds.filter(isOwnId),
    editingShapeId: after.editingShapeId !== null && isOthers(after.editingShapeId) ? null : after.editingShapeId,
  });
  const ends = [
    editor.sideEffects.registerBeforeChangeHandler('instance_page_state', onlyOwn),
    watchAttempts(editor, isOthers, onAttempt),
    () => {
      editor.isShapeOrAncestorLocked = isLocked;
    },
  ];
  return () => ends.forEach((end) => end());
}

function watchAttempts(
  editor: Editor,
  isOthers: (id: TLShapeId) => boolean,
  onAttempt: (shape: TLShape) => void,
): () => void {
  let grasped: TLShape | null = null;
  const othersHere = (): TLShape | null => {
    const margin = editor.options.hitTestMargin / editor.getZoomLevel();
    const shape = editor.getShapeAtPoint(editor.inputs.currentPagePoint, { hitInside: false, hitLabels: true, margin });
    return shape && isOthers(shape.id) ? shape : null;
  };
  const tell = (shape: TLShape | null): void => {
    grasped = null;
    if (shape) onAttempt(shape);
  };
  const watch = (info: TLEventInfo): void => {
    if (info.name === 'double_click' && editor.isIn('select')) tell(othersHere());
    if (info.name === 'pointer_up') grasped = null;
    if (info.name === 'pointer_down') {
      if (editor.isIn('eraser')) tell(othersHere());
      else grasped = editor.isIn('select') ? othersHere() : null;
    }
    const { originScreenPoint, currentScreenPoint } = editor.inputs;
    if (info.name === 'pointer_move' && grasped && originScreenPoint.dist(currentScreenPoint) > dragPx) tell(grasped);
  };
  editor.on('event', watch);
  return () => editor.off('event', watch);
}
