import type { Editor } from 'tldraw';

/** Room around what is shown, in pixels of the screen: the bars float over the lower part. */
const room = { side: 28, above: 28, below: 148 } as const;

/** Moves the camera so that everything on the page is seen clear of the bars, never larger than it is. */
export function showWholeBoard(editor: Editor, options: { isGentle: boolean } = { isGentle: false }): void {
  const bounds = editor.getCurrentPageBounds();
  if (!bounds) return;
  const { w, h } = editor.getViewportScreenBounds();
  const [width, height] = [w - 2 * room.side, h - room.above - room.below];
  const zoom = Math.max(0.1, Math.min(1, width / bounds.w, height / bounds.h));
  const left = room.side + (width - bounds.w * zoom) / 2;
  const top = room.above + (height - bounds.h * zoom) / 2;
  const animation = options.isGentle ? { animation: { duration: 180 } } : {};
  editor.setCamera({ x: left / zoom - bounds.minX, y: top / zoom - bounds.minY, z: zoom }, animation);
}
