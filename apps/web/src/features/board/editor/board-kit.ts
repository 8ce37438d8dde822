import {
  ArrowShapeTool,
  ArrowShapeUtil,
  createTLStore,
  defaultTools,
  DrawShapeTool,
  FrameShapeTool,
  GeoShapeTool,
  GeoShapeUtil,
  HighlightShapeTool,
  LineShapeTool,
  LineShapeUtil,
  NoteShapeTool,
  NoteShapeUtil,
  TextShapeTool,
  TextShapeUtil,
} from 'tldraw';
import type {
  TLAnyBindingUtilConstructor,
  TLAnyShapeUtilConstructor,
  TLAssetStore,
  TLStateNodeConstructor,
  TLStore,
} from 'tldraw';

import type { EditRights } from './edit-rights.ts';
import { BoundedDrawShapeUtil, BoundedHighlightShapeUtil } from './bounded-strokes.ts';
import { DescribedImageShapeUtil } from '../pictures/described-images.tsx';
import { CommentTool } from '../remarks/comment-tool.ts';
import { guardedFrames, quietArrowBindings } from './quiet-utils.ts';
import type { RemoteGuard } from './remote-guard.ts';

/** The shapes, bindings and tools of our boards, and a store that knows them and no others. */
export interface BoardKit {
  readonly store: TLStore;
  readonly shapeUtils: readonly TLAnyShapeUtilConstructor[];
  readonly bindingUtils: readonly TLAnyBindingUtilConstructor[];
  readonly tools: readonly TLStateNodeConstructor[];
}

/** Exactly what the server's gate takes: links, embeds and videos have no shape here, so nothing can make one. */
export function createBoardKit(guard: RemoteGuard, rights: EditRights, assets: TLAssetStore): BoardKit {
  const shapeUtils = [
    TextShapeUtil,
    BoundedDrawShapeUtil,
    GeoShapeUtil,
    NoteShapeUtil,
    LineShapeUtil,
    guardedFrames(rights),
    ArrowShapeUtil,
    BoundedHighlightShapeUtil,
    DescribedImageShapeUtil,
  ];
  // tldraw's own types do not hold under exactOptionalPropertyTypes; the classes are its own.
  const knownShapes = shapeUtils as unknown as readonly TLAnyShapeUtilConstructor[];
  const bindingUtils = [quietArrowBindings(guard)];
  const shapeTools = [
    TextShapeTool,
    DrawShapeTool,
    GeoShapeTool,
    NoteShapeTool,
    LineShapeTool,
    FrameShapeTool,
    ArrowShapeTool,
    HighlightShapeTool,
  ];
  return {
    store: createTLStore({ shapeUtils: knownShapes, bindingUtils, assets }),
    shapeUtils: knownShapes,
    bindingUtils,
    tools: [...defaultTools, ...shapeTools, CommentTool],
  };
}
