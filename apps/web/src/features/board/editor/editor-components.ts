import {
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
} from 'tldraw';
import type { ComponentType } from 'react';
import type { TLComponents } from 'tldraw';

import { BoardOverlay } from '../overlay/board-overlay.tsx';
import { boardMenu } from './board-menu.tsx';
import { BrokenShape } from './broken-shape.tsx';
import { DottedPaper } from './dotted-paper.tsx';

/** tldraw's canvas with our paper, badges and cursors, and none of its own bars: those are ours. `canvas` is the canvas within its menu. */
export function editorComponents(role: 'staff' | 'pupil'): { components: TLComponents; canvas: ComponentType } {
  return { components: { ...canvasParts, ...noBars }, canvas: boardMenu(role === 'staff') };
}

const canvasParts: TLComponents = {
  Background: DottedPaper,
  InFrontOfTheCanvas: BoardOverlay,
  Handles: TldrawHandles,
  Overlays: TldrawOverlays,
  Scribble: TldrawScribble,
  SelectionForeground: TldrawSelectionForeground,
  ShapeErrorFallback: BrokenShape,
  ShapeIndicators: TldrawShapeIndicators,
  Spinner: null,
  LoadingScreen: null,
};

const noBars: TLComponents = {
  ActionsMenu: null,
  ContextMenu: null,
  CursorChatBubble: null,
  DebugMenu: null,
  DebugPanel: null,
  HelpMenu: null,
  HelperButtons: null,
  ImageToolbar: null,
  KeyboardShortcutsDialog: null,
  MainMenu: null,
  MenuPanel: null,
  Minimap: null,
  NavigationPanel: null,
  PageMenu: null,
  QuickActions: null,
  RichTextToolbar: null,
  SharePanel: null,
  StylePanel: null,
  Toolbar: null,
  TopPanel: null,
  VideoToolbar: null,
  ZoomMenu: null,
};
