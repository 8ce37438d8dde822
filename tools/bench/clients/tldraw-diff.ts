import type { Step } from '../workload/hand.ts';
import { drawRecord } from './draw-record.ts';

/** What tldraw's client sends of a step of the pen; `count` is how many points the stroke had before. */
export function penDiff({ stroke, isFirst, point }: NonNullable<Step['pen']>, count: number): object {
  if (isFirst) return { [stroke.id]: ['put', drawRecord(stroke, [point])] };
  const append = ['append', [point], count];
  return { [stroke.id]: patched('props', patched('segments', patched('0', patched('points', append)))) };
}

function patched(key: string, op: unknown): unknown[] {
  return ['patch', { [key]: op }];
}

/** The presence of somebody whose pointer is here now: whole at first, later what changes of it as a hand moves. */
export function pointerDiff(
  { x, y }: Pick<Step, 'x' | 'y'>,
  { number, isFirst, now }: { readonly number: number; readonly isFirst: boolean; readonly now: number },
): ['put', object] | ['patch', object] {
  const cursor = { x, y, rotation: 0, type: 'default' };
  if (!isFirst) return ['patch', { lastActivityTimestamp: ['put', now], cursor: ['put', cursor] }];
  return ['put', { ...presenceOf(number), cursor, lastActivityTimestamp: now }];
}

function presenceOf(number: number) {
  return {
    id: `instance_presence:session-${number}`,
    typeName: 'instance_presence',
    userId: `person-${number}`,
    userName: `Person ${number}`,
    followingUserId: null,
    color: '#FF802B',
    camera: { x: 0, y: 0, z: 1 },
    screenBounds: { x: 0, y: 0, w: 1_280, h: 800 },
    selectedShapeIds: [],
    brush: null,
    scribbles: [],
    chatMessage: '',
    meta: {},
    currentPageId: 'page:page',
  };
}
