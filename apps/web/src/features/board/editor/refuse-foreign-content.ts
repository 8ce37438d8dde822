import { shapeTypes } from '@bridgeboard/domain';
import { defaultHandleExternalTextContent, defaultHandleExternalTldrawContent } from 'tldraw';
import type { Editor, TLContent } from 'tldraw';

/**
 * What may be pasted or dropped: words, and shapes copied from a board. Files, addresses, pictures and other programs' drawings
 * are not put on the board, and the person is told.
 */
export function refuseForeignContent(editor: Editor, onRefused: () => void): void {
  for (const type of ['files', 'file-replace', 'url', 'svg-text', 'embed', 'excalidraw'] as const) {
    editor.registerExternalContentHandler(type, onRefused);
  }
  for (const type of ['file', 'url'] as const) {
    editor.registerExternalAssetHandler(type, () => {
      onRefused();
      return Promise.reject(new Error('boards take no files yet'));
    });
  }
  // The words alone: what another program says of their looks does not pass the gate.
  editor.registerExternalContentHandler('text', ({ point, text }) => {
    void defaultHandleExternalTextContent(editor, { text, ...(point ? { point } : {}) });
  });
  editor.registerExternalContentHandler('tldraw', ({ point, content }) => {
    const own = boardContent(content);
    if (own.shapes.length < content.shapes.length) onRefused();
    if (own.shapes.length === 0) return;
    void defaultHandleExternalTldrawContent(editor, { content: own, ...(point ? { point } : {}) });
  });
}

/** The part of copied content that may stand on a board: known shapes without anything written beside them. */
function boardContent(content: TLContent): TLContent {
  const kept = new Map(
    content.shapes.flatMap((shape) => (shapeTypes.has(shape.type) ? [[shape.id, shape] as const] : [])),
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
