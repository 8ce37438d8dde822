import { shapeTypes } from '@bridgeboard/domain';
import { defaultHandleExternalTextContent, defaultHandleExternalTldrawContent } from 'tldraw';
import type { Editor, TLContent, TLImageShape, TLShape, VecLike } from 'tldraw';

/**
 * What may be pasted or dropped: words, pictures, and shapes copied from this board. Addresses, other files and other programs'
 * drawings are not put on the board, and the person is told.
 */
export function refuseForeignContent(
  editor: Editor,
  { onRefused, onFiles }: { onRefused: () => void; onFiles: (files: readonly File[], point?: VecLike) => void },
): void {
  editor.registerExternalContentHandler('files', ({ files, point }) => onFiles(files, point));
  for (const type of ['file-replace', 'url', 'svg-text', 'embed', 'excalidraw'] as const) {
    editor.registerExternalContentHandler(type, onRefused);
  }
  for (const type of ['file', 'url'] as const) {
    editor.registerExternalAssetHandler(type, () => {
      onRefused();
      return Promise.reject(new Error('pictures are added by the board'));
    });
  }
  // The words alone: what another program says of their looks does not pass the gate.
  editor.registerExternalContentHandler('text', ({ point, text }) => {
    void defaultHandleExternalTextContent(editor, { text, ...(point ? { point } : {}) });
  });
  editor.registerExternalContentHandler('tldraw', ({ point, content }) => {
    const own = boardContent(editor, content);
    if (own.shapes.length < content.shapes.length) onRefused();
    if (own.shapes.length === 0) return;
    void defaultHandleExternalTldrawContent(editor, { content: own, ...(point ? { point } : {}) });
  });
}

/** The part of copied content that may stand on this board: known shapes without anything written beside them. */
function boardContent(editor: Editor, content: TLContent): TLContent {
  const kept = new Map(
    content.shapes.flatMap((shape) => (isOfBoard(editor, shape) ? [[shape.id, shape] as const] : [])),
  );
  const dropped = content.shapes.filter(({ id }) => !kept.has(id));
  // What stood in something that may not come goes with it.
  for (const parent of dropped) {
    for (const shape of content.shapes) if (shape.parentId === parent.id && kept.delete(shape.id)) dropped.push(shape);
  }
  const bindings = content.bindings?.filter(({ fromId, toId }) => kept.has(fromId) && kept.has(toId)) ?? [];
  return {
    ...content,
    assets: [],
    shapes: [...kept.values()].map((shape) => ({ ...shape, meta: {} })),
    bindings: bindings.map((binding) => ({ ...binding, meta: {} })),
    rootShapeIds: content.rootShapeIds.filter((id) => kept.has(id)),
  };
}

/** An image is one here only with a picture that this board shows already. */
function isOfBoard(editor: Editor, shape: TLShape): boolean {
  if (!shapeTypes.has(shape.type)) return false;
  if (shape.type !== 'image') return true;
  const { assetId } = (shape as TLImageShape).props;
  return assetId !== null && editor.getAsset(assetId) !== undefined;
}
