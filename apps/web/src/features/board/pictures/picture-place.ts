import type { Editor, VecLike } from 'tldraw';

import type { PicturePlace } from './picture-desk.ts';

/** Large enough to be looked at, small enough to leave room for others, in page units. */
const mostUnits = 480;
/** Of what is seen of the page now. */
const mostOfView = 0.6;

/** Pictures that are added to the same place hang a little apart, so that none hides another. */
const apart = 28;
const mostSteps = 20;

/** Where a picture hangs that is added now: where it was dropped, else in the middle of what is seen. */
export function placeFor(editor: Editor, point?: VecLike): PicturePlace {
  const view = editor.getViewportPageBounds();
  const { x, y } = point ?? freePlace(editor, view.center);
  return { page: editor.getCurrentPageId(), x, y, most: Math.min(mostUnits, mostOfView * Math.min(view.w, view.h)) };
}

function freePlace(editor: Editor, { x, y }: VecLike): VecLike {
  const images = editor.getCurrentPageShapes().filter(({ type }) => type === 'image');
  const centres = images.flatMap((image) => editor.getShapePageBounds(image)?.center ?? []);
  const isTaken = (by: number): boolean =>
    centres.some((centre) => Math.hypot(centre.x - x - by, centre.y - y - by) < apart / 2);
  let by = 0;
  while (isTaken(by) && by < mostSteps * apart) by += apart;
  return { x: x + by, y: y + by };
}
