import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Tldraw } from 'tldraw';
import type { Editor, TLRecord } from 'tldraw';
import 'tldraw/tldraw.css';

/** Where everything on the page is seen, as our own board begins. */
const room = { side: 28, above: 28, below: 148 } as const;

function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds();
  if (!bounds) return;
  const { w, h } = editor.getViewportScreenBounds();
  const [width, height] = [w - 2 * room.side, h - room.above - room.below];
  const z = Math.max(0.1, Math.min(1, width / bounds.w, height / bounds.h));
  const left = room.side + (width - bounds.w * z) / 2;
  const top = room.above + (height - bounds.h * z) / 2;
  editor.setCamera({ x: left / z - bounds.minX, y: top / z - bounds.minY, z });
}

/** tldraw as it comes, with the records of `/records.json`, in as much of the window as the address says. */
async function showStockBoard(): Promise<void> {
  const wish = new URLSearchParams(location.search);
  const board = document.querySelector<HTMLElement>('#board');
  if (!board) return;
  board.style.width = `${wish.get('width')}px`;
  board.style.height = `${wish.get('height')}px`;
  const records = (await (await fetch('/records.json')).json()) as TLRecord[];
  const onMount = (editor: Editor): void => {
    editor.store.mergeRemoteChanges(() => {
      editor.store.put(records);
    });
    showAll(editor);
  };
  createRoot(board).render(createElement(Tldraw, { onMount, assetUrls: getAssetUrlsByImport() }));
}

await showStockBoard();
