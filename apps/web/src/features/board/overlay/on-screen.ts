import type { Editor } from 'tldraw';

import type { PageRect } from './join-near.ts';

/** A rectangle in pixels of the canvas, from its top left corner. */
export interface ScreenRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a rectangle of the page is on the canvas now, with some room around it. */
export function onScreen(editor: Editor, bounds: PageRect, marginPx = 0): ScreenRect {
  const { x, y } = editor.pageToViewport({ x: bounds.minX, y: bounds.minY });
  const zoom = editor.getZoomLevel();
  return {
    left: x - marginPx,
    top: y - marginPx,
    width: (bounds.maxX - bounds.minX) * zoom + 2 * marginPx,
    height: (bounds.maxY - bounds.minY) * zoom + 2 * marginPx,
  };
}
