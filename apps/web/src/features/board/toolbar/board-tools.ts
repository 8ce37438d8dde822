import {
  ArrowRight,
  Circle,
  Cloud,
  Diamond,
  Eraser,
  Frame,
  Hand,
  Heart,
  Highlighter,
  MessageCircle,
  MousePointer2,
  Pencil,
  Slash,
  Square,
  Star,
  StickyNote,
  Triangle,
  Type,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

import type { MessageId } from '../../../i18n/translate.ts';
import { commentToolId } from '../remarks/comment-tool.ts';

/** Something to work with: a tool of tldraw, and for a geometric shape which one. */
export interface BoardTool {
  readonly id: string;
  readonly tool: string;
  readonly geo?: GeoName;
  readonly icon: LucideIcon;
  readonly label: MessageId;
  /** The key that takes it up. */
  readonly key?: string;
}

type GeoName = 'rectangle' | 'ellipse' | 'triangle' | 'diamond' | 'star' | 'cloud' | 'heart';

const selectTool: BoardTool = {
  id: 'select',
  tool: 'select',
  icon: MousePointer2,
  label: 'board.tool.select',
  key: 'V',
};
/** The same tool under the name a child has for it. */
const moveTool: BoardTool = { ...selectTool, label: 'board.tool.move' };
const handTool: BoardTool = { id: 'hand', tool: 'hand', icon: Hand, label: 'board.tool.hand', key: 'H' };
const penTool: BoardTool = { id: 'draw', tool: 'draw', icon: Pencil, label: 'board.tool.pen', key: 'D' };
const rubberTool: BoardTool = {
  id: 'eraser',
  tool: 'eraser',
  icon: Eraser,
  label: 'board.tool.rubber',
  key: 'E',
};
const arrowTool: BoardTool = {
  id: 'arrow',
  tool: 'arrow',
  icon: ArrowRight,
  label: 'board.tool.arrow',
  key: 'A',
};
const textTool: BoardTool = { id: 'text', tool: 'text', icon: Type, label: 'board.tool.text', key: 'T' };
const noteTool: BoardTool = { id: 'note', tool: 'note', icon: StickyNote, label: 'board.tool.note', key: 'N' };
const commentTool: BoardTool = {
  id: 'comment',
  tool: commentToolId,
  icon: MessageCircle,
  label: 'board.tool.comment',
  key: 'C',
};
const markerTool: BoardTool = {
  id: 'highlight',
  tool: 'highlight',
  icon: Highlighter,
  label: 'board.tool.marker',
};
const lineTool: BoardTool = { id: 'line', tool: 'line', icon: Slash, label: 'board.tool.line', key: 'L' };
const frameTool: BoardTool = { id: 'frame', tool: 'frame', icon: Frame, label: 'board.tool.frame', key: 'F' };

const geoIcons: Readonly<Record<GeoName, LucideIcon>> = {
  rectangle: Square,
  ellipse: Circle,
  triangle: Triangle,
  diamond: Diamond,
  star: Star,
  cloud: Cloud,
  heart: Heart,
};

/** The geometric shapes of the shapes menu. */
const geoTools: readonly BoardTool[] = (Object.keys(geoIcons) as GeoName[]).map((geo) => ({
  id: `geo-${geo}`,
  tool: 'geo',
  geo,
  icon: geoIcons[geo],
  label: `board.tool.${geo}`,
}));

/** What stands in the bar, in its order, and what in the shapes menu. */
export const staffTools: readonly BoardTool[] = [
  selectTool,
  handTool,
  penTool,
  rubberTool,
  arrowTool,
  textTool,
  noteTool,
  commentTool,
];
export const staffShapes: readonly BoardTool[] = [...geoTools, lineTool, markerTool, frameTool];
export const pupilTools: readonly BoardTool[] = [moveTool, penTool, rubberTool, noteTool, textTool, commentTool];
export const pupilShapes: readonly BoardTool[] = [...geoTools, arrowTool, lineTool, markerTool];
