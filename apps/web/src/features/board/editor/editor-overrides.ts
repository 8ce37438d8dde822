import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolItem, TLUiToolsContextType } from 'tldraw';

import { commentToolId } from '../remarks/comment-tool.ts';

/** What tldraw can do that our boards cannot, or do in their own way: pictures, links, and settings. */
const missingActions = [
  'insert-media',
  'insert-embed',
  'edit-link',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-embed-link',
  'image-replace',
  'video-replace',
  'download-original',
  'flatten-to-image',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'open-cursor-chat',
  'print',
  'stop-following',
  'export-all-as-svg',
  'export-all-as-png',
  'export-as-svg',
  'export-as-png',
  'copy-as-svg',
  'copy-as-png',
  'open-kbd-shortcuts',
  'select-white-color',
  'move-to-new-page',
];
/** Locks, pages and frames are staff's. */
const staffActions = ['toggle-lock', 'unlock-all', 'remove-frame', 'fit-frame-to-content'];

const missingTools = ['asset', 'laser'];
const staffTools = ['frame'];

/** tldraw's actions and tools, with their keys, without those that do not belong here. */
export function editorOverrides(role: 'staff' | 'pupil'): TLUiOverrides {
  const actions = role === 'staff' ? missingActions : [...missingActions, ...staffActions];
  const tools = role === 'staff' ? missingTools : [...missingTools, ...staffTools];
  return {
    actions: (_editor, all) => without<TLUiActionsContextType>(all, actions),
    tools: (editor, all) => ({ ...without<TLUiToolsContextType>(all, tools), [commentToolId]: commentTool(editor) }),
  };
}

/** For its key; the button is ours. */
function commentTool(editor: Editor): TLUiToolItem {
  const onSelect = (): void => void editor.setCurrentTool(commentToolId);
  return { id: commentToolId, label: 'tool.hand', icon: 'tool-hand', kbd: 'c', readonlyOk: true, onSelect };
}

function without<T extends Record<string, unknown>>(all: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))) as T;
}
