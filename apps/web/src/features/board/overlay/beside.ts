import type { CSSProperties } from 'react';
import type { Editor, TLShapeId } from 'tldraw';

import type { PageRect } from './join-near.ts';
import { onScreen } from './on-screen.ts';

const phonePx = 700;
/** What the tools below take up. */
const toolsPx = 104;
const gapPx = 12;
const edgePx = 8;
/** How much of a phone's board is left above a card. */
const sightShare = 0.3;

/** Where a card of this size stands so that what it is about can still be seen: beside it, on a phone above the tools. */
export function besideOf(editor: Editor, bounds: PageRect, card: { width: number; height: number }): CSSProperties {
  const { left, top, width } = onScreen(editor, bounds, 16);
  const { w, h } = editor.getViewportScreenBounds();
  if (w < phonePx) return { left: gapPx, right: gapPx, bottom: toolsPx, inlineSize: 'auto' };
  const beside = left + width + gapPx;
  const fits = beside + card.width + gapPx < w;
  const other = Math.min(left - card.width - gapPx, w - card.width - edgePx);
  const x = Math.max(edgePx, fits ? beside : other);
  // Low on the screen it grows upwards.
  if (top + card.height > h - toolsPx) return { left: x, bottom: toolsPx };
  return { left: x, top: Math.max(edgePx, top) };
}

/** On a phone the card lies over the lower part of the board: what it is about moves up into the rest. */
export function liftAbove(editor: Editor, piece: TLShapeId): void {
  const bounds = editor.getShapePageBounds(piece);
  const { w, h } = editor.getViewportScreenBounds();
  if (!bounds || w >= phonePx) return;
  const { top, height } = onScreen(editor, bounds);
  const room = h * sightShare;
  if (top >= 0 && top + height <= room) return;
  const { x, y, z } = editor.getCamera();
  // A piece that is taller than the room shows its beginning.
  const wanted = Math.max(edgePx, (room - height) / 2);
  editor.setCamera({ x, y: y + (wanted - top) / z, z }, { animation: { duration: 180 } });
}
