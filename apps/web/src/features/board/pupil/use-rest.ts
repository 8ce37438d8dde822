import { useEffect } from 'react';
import type { Editor } from 'tldraw';

/**
 * Takes the tools out of a pupil's hand but for one, and gives the former one back later. What was being drawn is finished first: it is kept,
 * and sent when it may be.
 */
export function useRest(editor: Editor | null, restTool: 'hand' | 'comment' | null): void {
  useEffect(() => {
    if (editor === null || restTool === null) return undefined;
    editor.complete();
    const tool = editor.getCurrentToolId();
    editor.setCurrentTool(restTool);
    editor.updateInstanceState({ isReadonly: true });
    return () => {
      if (editor.isDisposed) return;
      editor.updateInstanceState({ isReadonly: false });
      editor.setCurrentTool(tool);
    };
  }, [editor, restTool]);
}
