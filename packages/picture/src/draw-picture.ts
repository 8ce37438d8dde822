import type { BoardRecord } from '@bridgeboard/protocol';
import { boundsInScene, isInFrame } from './bounds.ts';
import { chooseFrame, margin } from './choose-frame.ts';
import { growBox, type Box } from './geometry.ts';
import { drawTree, type ShapeFilter } from './draw-tree.ts';
import { palettes, type ThemeName } from './palette.ts';
import { detailFor } from './path.ts';
import { buildScene, childrenOf, type Scene } from './scene.ts';
import type { Paint } from './shapes/paint.ts';
import { element, escapeText, formatNumber } from './xml.ts';

/** What to draw and how large; see `drawPicture`. */
export interface PictureRequest {
  /** One view's records, as it may see them: what is in here can be in the picture. */
  records: readonly BoardRecord[];
  /** Id of the page to draw. */
  page: string;
  /** Page units to show; without it all of the page or, with emphasis, the emphasised and its place. */
  frame?: Box | 'fit';
  /** Pixels. Without a height the picture is as high as the frame asks. */
  width: number;
  height?: number;
  /** Draws these shapes as they are within an accent frame, and all others faded to `dim` (0 to 1). */
  emphasis?: { ids: readonly string[]; dim: number };
  theme?: ThemeName;
  /** Bytes of pictures as `data:image/webp;base64,…`, by the ids of their records; without them an image is its place and words. */
  pictures?: ReadonlyMap<string, string>;
  /** What the picture shows, for those who do not see it. */
  title?: string;
}

const defaultWidth = 640;
const maxPixels = 8192;

function clampPixels(value: number | undefined): number | undefined {
  return value !== undefined && value >= 1 ? Math.min(maxPixels, value) : undefined;
}

/** The ids and everything inside them. */
function withDescendants(scene: Scene, ids: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...childrenOf(scene, id).map((child) => child.id));
  }
  return found;
}

/** `unit` is how many page units one pixel shows: the accent frame keeps its breadth at every scale. */
function drawAccent(paint: Paint, box: Box, unit: number): string {
  const { x, y, w, h } = growBox(box, 14 * Math.min(unit, 1.5));
  return element('rect', {
    x,
    y,
    width: w,
    height: h,
    rx: 12 * unit,
    fill: 'none',
    stroke: paint.palette.accent,
    'stroke-width': 3 * unit,
  });
}

/** A little broader than the frame: sizes in pixels are rounded, and no bare edge may show. */
function drawGround(paint: Paint, frame: Box, unit: number): string {
  const { x, y, w, h } = growBox(frame, 2 * unit);
  return element('rect', { x, y, width: w, height: h, fill: paint.palette.canvas });
}

interface Focus {
  frame: Box;
  /** Around the emphasised shapes. */
  box: Box | null;
  unit: number;
}

function drawAll(paint: Paint, request: PictureRequest, focus: Focus): string {
  const { page, emphasis } = request;
  // What hangs over a shape's box, shadows and names, is still painted at the picture's edge.
  const seen = growBox(focus.frame, margin);
  const isSeen: ShapeFilter = (shape) => isInFrame(paint.scene, shape, seen);
  if (!emphasis) return drawTree(paint, page, isSeen);
  const chosen = withDescendants(paint.scene, emphasis.ids);
  const isChosen: ShapeFilter = (shape) => chosen.has(shape.id);
  const dim = Math.min(1, Math.max(0, emphasis.dim));
  const others = drawTree(paint, page, (shape) => !isChosen(shape) && isSeen(shape));
  // One group for all: faded one by one, shapes would shine through each other.
  const faded = others === '' ? '' : element('g', { opacity: dim }, others);
  const accent = focus.box ? drawAccent(paint, focus.box, focus.unit) : '';
  return faded + drawTree(paint, page, (shape) => isChosen(shape) && isSeen(shape)) + accent;
}

/** Which part of a page `drawPicture` shows that is asked for all of it in a size. */
export function frameOfPage(
  records: readonly BoardRecord[],
  page: string,
  size: { readonly width: number; readonly height: number },
): Box {
  const scene = buildScene(records);
  const drawn = boundsInScene(scene, childrenOf(scene, page));
  return chooseFrame({ frame: 'fit', ...size, drawn, emphasised: null });
}

/**
 * Draws one page of a view as plain SVG: no scripts, no style, no foreign elements, nothing loaded
 * from anywhere, all text escaped, so that it can stand in a page for parents. The same records give
 * the same bytes. Records that make no sense are left out; nothing here throws.
 */
export function drawPicture(request: PictureRequest): string {
  const scene = buildScene(request.records);
  const palette = palettes[request.theme ?? 'light'];
  const ids = request.emphasis?.ids ?? [];
  const box = boundsInScene(
    scene,
    ids.flatMap((id) => scene.shapes.get(id) ?? []),
  );
  const drawn = boundsInScene(scene, childrenOf(scene, request.page));
  const width = clampPixels(request.width) ?? defaultWidth;
  const wanted = clampPixels(request.height);
  const frame = chooseFrame({ frame: request.frame, width, height: wanted, drawn, emphasised: box });
  const height = wanted ?? Math.min(maxPixels, (width * frame.h) / frame.w);
  const unit = frame.w / width;
  const paint: Paint = { scene, palette, detail: detailFor(unit), pictures: request.pictures ?? new Map() };
  const title = request.title ? element('title', {}, escapeText(request.title)) : '';
  const content = drawGround(paint, frame, unit) + drawAll(paint, request, { frame, box, unit });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [frame.x, frame.y, frame.w, frame.h].map((at) => formatNumber(at)).join(' '),
      width: Math.round(width),
      height: Math.max(1, Math.round(height)),
      role: 'img',
    },
    title + content,
  );
}
