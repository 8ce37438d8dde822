import { useEffect } from 'react';
import type { Editor } from 'tldraw';

/**
 * Takes the tools out of a pupil's hand and gives the same one back later. What was being drawn is finished first: it is kept,
 * and sent when it may be.
 */
export function useRest(editor: Editor | null, isResting: boolean): void {
  useEffect(() => {
    if (editor === null || !isResting) return undefined;
    editor.complete();
    const tool = editor.getCurrentToolId();
    editor.setCurrentTool('hand');
    editor.updateInstanceState({ isReadonly: true });
    return () => {
      if (editor.isDisposed) return;
      editor.updateInstanceState({ isReadonly: false });
      editor.setCurrentTool(tool);
    };
  }, [editor, isResting]);
}
