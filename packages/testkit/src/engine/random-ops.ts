import { recordIdPattern, type BoardRecord, type Json, type Op } from '@bridgeboard/protocol';
import fc from 'fast-check';

import type { BoardWorld } from './board-world.ts';
import { binding, richText, shape, type ShapeKind } from './records.ts';
import { isTarget, pick, targets, type Player } from './stage.ts';

/** One thing done with shapes. Numbers pick a target among what is there. */
export type Drawing =
  | { readonly do: 'create'; readonly who: number; readonly what: number; readonly at: number }
  | { readonly do: 'update'; readonly who: number; readonly target: number; readonly value: number }
  | { readonly do: 'delete'; readonly who: number; readonly target: number }
  | { readonly do: 'bind'; readonly who: number; readonly from: number; readonly target: number };

const number = fc.nat({ max: 999 });

export const drawing: fc.Arbitrary<Drawing> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('create' as const), who: number, what: number, at: number }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('update' as const), who: number, target: number, value: number }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), who: number, target: number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bind' as const), who: number, from: number, target: number }) },
);

const kinds: readonly [ShapeKind, ...ShapeKind[]] = ['note', 'draw', 'text', 'geo', 'frame', 'arrow', 'frame', 'line'];

/** The operations with which a browser says that somebody did this; none where nothing is there to do it with. */
export function opsOf(world: BoardWorld, one: Drawing, by: Player): Op[] {
  switch (one.do) {
    case 'create': {
      const parentId = pick(placesFor(world, by), one.at);
      const index = `a${(one.at % 9) + 1}`;
      return [
        {
          op: 'create',
          record: shape(pick(kinds, one.what), by.stage.name, { parentId, index, x: one.at, y: one.what }),
        },
      ];
    }
    case 'update': {
      const id = pick(targets(world, by, 'shape:'), one.target);
      return id === undefined ? [] : [{ op: 'update', id, set: changeOf(world, by, one.value) }];
    }
    case 'delete': {
      const ids = targets(world, by, '').filter((id) => recordIdPattern.test(id) && !id.startsWith('page:'));
      const id = pick(ids, one.target);
      if (id === undefined) return [];
      return one.target % 2 === 0 ? [{ op: 'delete', id }] : deleteAsBrowser(world, by, id);
    }
    case 'bind': {
      const arrow = pick(arrowsOf(world, by), one.from);
      const to = pick(targets(world, by, 'shape:'), one.target);
      if (arrow === undefined || to === undefined) return [];
      const terminal = one.target % 2 === 0 ? 'end' : 'start';
      return [{ op: 'create', record: binding(by.stage.name, { arrow, to, terminal }) }];
    }
  }
}

/**
 * What tldraw makes of a delete: the shape with all in it, the bindings at them, and the ends of the arrows that were bound,
 * other people's too.
 */
export function deleteAsBrowser(world: BoardWorld, by: Player, id: string): Op[] {
  const seen = [...world.seenBy(by.actor).values()];
  const gone = new Set([id]);
  const isLeft = (record: BoardRecord): boolean => isTarget(by.stage, by.actor, record.id);
  for (const parent of gone) {
    for (const record of seen) if (record['parentId'] === parent && isLeft(record)) gone.add(record.id);
  }
  const bindings = seen.filter((record) => record.typeName === 'binding' && gone.has(String(record['toId'])));
  return [
    ...[...gone].map((each): Op => ({ op: 'delete', id: each })),
    ...bindings.map((record): Op => ({ op: 'delete', id: record.id })),
    ...bindings.map((record): Op => ({
      op: 'update',
      id: String(record['fromId']),
      set: { 'props.end': { x: 9, y: 9 } },
    })),
  ];
}

function changeOf(world: BoardWorld, by: Player, value: number): Record<string, Json> {
  const choices: readonly [Record<string, Json>, ...Record<string, Json>[]] = [
    { x: value },
    { x: 0 },
    { y: value, rotation: (value % 7) / 7 },
    { 'props.color': pick(['red', 'blue', 'green'] as const, value) },
    { 'props.richText': richText(`words ${value}`) },
    { parentId: pick(placesFor(world, by), Math.floor(value / 9)), x: value % 100 },
    { parentId: pick(placesFor(world, by), Math.floor(value / 9)) },
    { index: `a${(value % 9) + 1}V` },
    { 'props.end': { x: value, y: 1 } },
  ];
  return pick(choices, value);
}

/** Pages, and frames twice over, so that things come to stand in each other. */
function placesFor(world: BoardWorld, by: Player): [string, ...string[]] {
  const isFrame = (id: string): boolean => world.seenBy(by.actor).get(id)?.['type'] === 'frame';
  const frames = (by.stage.mayNest?.(by.actor) ?? true) ? targets(world, by, 'shape:').filter(isFrame) : [];
  return ['page:page', ...targets(world, by, 'page:'), ...frames, ...frames];
}

function arrowsOf(world: BoardWorld, by: Player): string[] {
  const seen: ReadonlyMap<string, BoardRecord> = world.seenBy(by.actor);
  return targets(world, by, 'shape:').filter((id) => seen.get(id)?.['type'] === 'arrow');
}
