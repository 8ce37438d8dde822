import { GeoShapeGeoStyle, useValue } from 'tldraw';
import type { Editor } from 'tldraw';

import type { BoardTool } from './board-tools.ts';

/** Which tool is in the hand, and taking up another. */
export interface ToolInHand {
  isInHand(tool: BoardTool): boolean;
  takeUp(tool: BoardTool): void;
}

/** Follows the editor's tool. */
export function useTools(editor: Editor): ToolInHand {
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor]);
  const geo = useValue('geo', () => editor.getStyleForNextShape(GeoShapeGeoStyle), [editor]);
  return {
    isInHand: ({ tool, geo: wanted }) => tool === current && (wanted === undefined || wanted === geo),
    takeUp({ tool, geo: wanted }) {
      if (wanted !== undefined) editor.setStyleForNextShapes(GeoShapeGeoStyle, wanted);
      editor.setCurrentTool(tool);
      // Keys are the board's again: Escape, arrows, Delete.
      editor.getContainer().focus();
    },
  };
}
