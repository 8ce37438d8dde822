import type { Stroke, StrokePoint } from '../workload/hand.ts';

/** The record of tldraw 3.15 for a stroke with these points. */
export function drawRecord(stroke: Stroke, points: readonly StrokePoint[]) {
  return {
    id: stroke.id,
    typeName: 'shape',
    type: 'draw',
    x: stroke.x,
    y: stroke.y,
    rotation: 0,
    index: stroke.index,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: false,
      isClosed: false,
      isPen: false,
      scale: 1,
      segments: [{ type: 'free', points: points.map((point) => ({ ...point })) }],
    },
  };
}
