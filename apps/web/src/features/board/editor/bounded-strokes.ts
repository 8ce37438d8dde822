import { limits } from '@bridgeboard/domain';
import { DrawShapeUtil, HighlightShapeUtil } from 'tldraw';
import type { Editor, TLDrawShape, TLHighlightShape, TLShapeId } from 'tldraw';

/** tldraw's strokes, which go on in a new one before the gate would refuse them. */
export class BoundedDrawShapeUtil extends DrawShapeUtil {
  constructor(editor: Editor) {
    super(editor);
    leaveRoom(this.options, editor);
  }
}

/** The same for the marker. */
export class BoundedHighlightShapeUtil extends HighlightShapeUtil {
  constructor(editor: Editor) {
    super(editor);
    leaveRoom(this.options, editor);
  }
}

/** tldraw adds a point and then looks whether it was one too many, and it counts the last segment only. */
function leaveRoom(options: { readonly maxPointsPerShape: number }, editor: Editor): void {
  const most = limits.both.strokePoints - 1;
  Object.defineProperty(options, 'maxPointsPerShape', { get: () => most - pointsBefore(editor) });
}

/** Points of the stroke under the pen before its last segment. */
function pointsBefore(editor: Editor): number {
  const drawing = editor.root.getCurrent()?.getCurrent() as { initialShape?: { id: TLShapeId } } | undefined;
  const stroke = drawing?.initialShape && editor.getShape<TLDrawShape | TLHighlightShape>(drawing.initialShape.id);
  return stroke?.props.segments.slice(0, -1).reduce((sum, { points }) => sum + points.length, 0) ?? 0;
}
