import { growBox, type Box } from './geometry.ts';

/** The size of a picture in pixels, as it was asked for. */
export interface WantedFrame {
  /** Page units to show, or "fit" for all of the page. */
  frame: Box | 'fit' | undefined;
  width: number;
  height: number | undefined;
  /** Around all that is drawn on the page, and around what is emphasised. */
  drawn: Box | null;
  emphasised: Box | null;
}

/** Free canvas around a page's drawings, in page units. */
export const margin = 24;
/** An emphasised shape takes about this share of the picture's width: the rest shows where it hangs. */
const emphasisShare = 0.3;
/** Page units: a dot alone is shown with this much around it. */
const smallest = 240;
const emptyPage: Box = { x: 0, y: 0, w: 640, h: 420 };

function isDrawable(frame: WantedFrame['frame']): frame is Box {
  if (!frame || frame === 'fit') return false;
  const isKnown = [frame.x, frame.y, frame.w, frame.h].every(Number.isFinite);
  return isKnown && frame.w > 0 && frame.h > 0;
}

/** Shows more at two sides rather than stretch the drawing or leave bars. */
function widenTo(box: Box, aspect: number): Box {
  const w = Math.max(box.w, box.h * aspect);
  const h = Math.max(box.h, box.w / aspect);
  return { x: box.x - (w - box.w) / 2, y: box.y - (h - box.h) / 2, w, h };
}

function surroundingsOf(box: Box): Box {
  const longest = Math.max(box.w, box.h);
  return growBox(box, (Math.max(smallest, longest / emphasisShare) - longest) / 2);
}

/** Moves a span of `size` so that as much of it as possible lies between `from` and `to`. */
function slide(start: number, size: number, [from, to]: readonly [number, number]): number {
  if (size >= to - from) return (from + to - size) / 2;
  return Math.min(to - size, Math.max(from, start));
}

/** Turns a view to where the page has something to show: an empty half tells nobody anything. */
function slideOnto(view: Box, all: Box): Box {
  const x = slide(view.x, view.w, [all.x, all.x + all.w]);
  const y = slide(view.y, view.h, [all.y, all.y + all.h]);
  return { ...view, x, y };
}

/** The page units that a picture shows, in the picture's own proportions. */
export function chooseFrame(wanted: WantedFrame): Box {
  const { frame, width, height, drawn, emphasised } = wanted;
  const fill = (box: Box): Box => (height === undefined ? box : widenTo(box, width / height));
  if (isDrawable(frame)) return fill(frame);
  const all = drawn ? growBox(drawn, margin) : emptyPage;
  if (frame === 'fit' || !emphasised) return fill(all);
  return slideOnto(fill(surroundingsOf(emphasised)), all);
}
