import type { Editor, VecLike } from 'tldraw';

/** Id of the piece at a place of the page, anybody's and locked ones too; null where there is only paper. */
export function pieceAt(editor: Editor, point: VecLike): string | null {
  const margin = (2 * editor.options.hitTestMargin) / editor.getZoomLevel();
  const asked = { hitInside: true, hitLabels: true, hitLocked: true, hitFrameInside: true, margin };
  return editor.getShapeAtPoint(point, asked)?.id ?? null;
}
