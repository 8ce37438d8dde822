import type { PresenceMessage, Viewport } from '@bridgeboard/protocol';
import { react } from 'tldraw';
import type { Editor, TLEventInfo } from 'tldraw';

import { nowhere } from '../pointer-place.ts';

/** Tools whose pointer, while it is down, is a pen: where it goes is the drawing itself. */
const drawingTools = ['draw', 'highlight', 'eraser', 'line', 'arrow', 'geo', 'note', 'text', 'frame'];
const mostSelected = 50;

/** Tells where the pointer is, and whether the hand is at work, whenever either changes. The answer ends it. */
export function trackPresence(editor: Editor, send: (message: PresenceMessage) => void): () => void {
  let hasPointed = false;
  const tell = (): void => send({ ...presenceOf(editor), ...(hasPointed ? {} : nowhere) });
  const stopReacting = react('presence', () => {
    // Named for their being watched: a change of any of them is told.
    editor.getEditingShapeId();
    editor.getSelectedShapeIds();
    editor.getCurrentPageId();
    editor.getViewportPageBounds();
    tell();
  });
  // Not the window's own events: tldraw takes moves up at its next frame, so that the last one would never be told.
  const follow = (info: TLEventInfo): void => {
    // tldraw makes moves of its own when the camera moves, and numbers those pointers below zero.
    hasPointed ||= info.type === 'pointer' && info.pointerId >= 0;
    tell();
  };
  editor.on('event', follow);
  return () => {
    stopReacting();
    editor.off('event', follow);
  };
}

function presenceOf(editor: Editor): PresenceMessage {
  const { currentPagePoint, isPointing } = editor.inputs;
  const isDrawing = isPointing && editor.isInAny(...drawingTools);
  // Moving or stretching something draws its way with the pointer just the same.
  const isMoving = isPointing && editor.isInAny('select.translating', 'select.resizing', 'select.rotating');
  return {
    page: editor.getCurrentPageId(),
    x: inRange(currentPagePoint.x),
    y: inRange(currentPagePoint.y),
    busy: isDrawing || isMoving || editor.getEditingShapeId() !== null,
    selection: editor.getSelectedShapeIds().slice(0, mostSelected),
    viewport: viewportOf(editor),
  };
}

/** As much of the screen as lies where a board can have something. */
function viewportOf(editor: Editor): Viewport {
  const { x, y, maxX, maxY } = editor.getViewportPageBounds();
  const [left, top] = [wholeInRange(x), wholeInRange(y)];
  return [left, top, Math.max(1, wholeInRange(maxX) - left), Math.max(1, wholeInRange(maxY) - top)];
}

function wholeInRange(value: number): number {
  return Math.round(inRange(value));
}

function inRange(value: number): number {
  return Math.round(Math.max(-100_000, Math.min(100_000, value)) * 10) / 10;
}
