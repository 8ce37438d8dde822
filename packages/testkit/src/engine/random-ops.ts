import { recordIdPattern, type BoardRecord, type Fields, type Json, type Op } from '@bridgeboard/protocol';
import fc from 'fast-check';

import type { BoardWorld } from './board-world.ts';
import { binding, comment, reaction, richText, shape, type ShapeKind } from './records.ts';
import { isTarget, pick, targets, type Player } from './stage.ts';

/** One thing done with shapes. Numbers pick a target among what is there. */
export type Drawing =
  | { readonly do: 'create'; readonly who: number; readonly what: number; readonly at: number }
  | { readonly do: 'update'; readonly who: number; readonly target: number; readonly value: number }
  | { readonly do: 'delete'; readonly who: number; readonly target: number }
  | { readonly do: 'remark'; readonly who: number; readonly target: number; readonly what: number }
  | { readonly do: 'bind'; readonly who: number; readonly from: number; readonly target: number }
  | { readonly do: 'group'; readonly who: number; readonly target: number; readonly size: number }
  | { readonly do: 'ungroup'; readonly who: number; readonly target: number };

const number = fc.nat({ max: 999 });
const groupSize = fc.constantFrom(2, 3, 2, 1, 0);

export const drawing: fc.Arbitrary<Drawing> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('create' as const), who: number, what: number, at: number }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('update' as const), who: number, target: number, value: number }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), who: number, target: number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bind' as const), who: number, from: number, target: number }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('remark' as const), who: number, target: number, what: number }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('group' as const), who: number, target: number, size: groupSize }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ungroup' as const), who: number, target: number }) },
);

const kinds: readonly [ShapeKind, ...ShapeKind[]] = [
  'note',
  'draw',
  'text',
  'geo',
  'frame',
  'arrow',
  'frame',
  'line',
  'image',
];

const signs = ['heart', 'star', 'idea'] as const;

/** The operations with which a browser says that somebody did this; none where nothing is there to do it with. */
export function opsOf(world: BoardWorld, one: Drawing, by: Player): Op[] {
  switch (one.do) {
    case 'create': {
      const parentId = pick(placesFor(world, by), one.at);
      const index = `a${(one.at % 9) + 1}`;
      const kind = pick(kinds, one.what);
      const words: Fields =
        kind === 'note' ? { 'props.richText': richText(`${by.actor.person} wrote ${saying(one.at)}`) } : {};
      const shows = kind === 'image' ? { 'props.assetId': pictureFor(world, by, one.at) } : {};
      const record = shape(kind, by.stage.name, { parentId, index, x: one.at, y: one.what, ...words, ...shows });
      return [{ op: 'create', record }];
    }
    case 'update': {
      const id = pick(targets(world, by, 'shape:'), one.target);
      return id === undefined ? [] : [{ op: 'update', id, set: changeOf(world, by, one.value) }];
    }
    case 'delete':
      return deleteOpsOf(world, one, by);
    case 'bind': {
      const arrow = pick(arrowsOf(world, by), one.from);
      const to = pick(targets(world, by, 'shape:'), one.target);
      if (arrow === undefined || to === undefined) return [];
      const terminal = one.target % 2 === 0 ? 'end' : 'start';
      return [{ op: 'create', record: binding(by.stage.name, { arrow, to, terminal }) }];
    }
    case 'remark':
      return remarkOpsOf(world, one, by);
    default:
      return groupOpsOf(world, one, by);
  }
}

/** Now and then something that staff have to see first (TC5). */
function saying(value: number): string {
  return value % 5 === 0 ? `gloop ${value}` : `${value}`;
}

/** A new picture, or one that is there already: copying is how one picture comes to be shown by several people. */
function pictureFor(world: BoardWorld, by: Player, at: number): string {
  const seen = at % 3 === 0 ? pick(targets(world, by, 'asset:'), at) : undefined;
  return seen ?? world.upload(by.actor, by.stage.name);
}

function deleteOpsOf(world: BoardWorld, one: Extract<Drawing, { do: 'delete' }>, by: Player): Op[] {
  const ids = targets(world, by, '').filter((id) => recordIdPattern.test(id) && !id.startsWith('page:'));
  const id = pick(ids, one.target);
  if (id === undefined) return [];
  return one.target % 2 === 0 ? [{ op: 'delete', id }] : deleteAsBrowser(world, by, id);
}

/** Something said about a piece; or the words of a comment changed, which is the author's alone. */
function remarkOpsOf(world: BoardWorld, one: Extract<Drawing, { do: 'remark' }>, by: Player): Op[] {
  const said = pick(targets(world, by, 'comment:'), one.target);
  const text = `${by.actor.person} says ${one.what}`;
  if (said !== undefined && one.what % 4 === 0) return [{ op: 'update', id: said, set: { text } }];
  const about = pick(targets(world, by, 'shape:'), one.target);
  if (about === undefined) return [];
  const { name } = by.stage;
  const record = one.what % 2 === 0 ? comment(name, about, text) : reaction(name, about, pick(signs, one.what));
  return [{ op: 'create', record }];
}

function groupOpsOf(world: BoardWorld, one: Extract<Drawing, { do: 'group' | 'ungroup' }>, by: Player): Op[] {
  if (one.do === 'group') return groupAsBrowser(world, by, one);
  const id = pick(groupsFor(world, by), one.target);
  return id === undefined ? [] : ungroupAsBrowser(world, by, id);
}

/** A group around some things that stand in the same place, made as the editor makes it: first the group, then who moves in. */
function groupAsBrowser(world: BoardWorld, by: Player, one: { target: number; size: number }): Op[] {
  const seen = world.seenBy(by.actor);
  const own = targets(world, by, 'shape:').filter((id) => world.state.slots.get(id)?.author === by.actor.person);
  const first = pick(own, one.target);
  const parentId = first === undefined ? undefined : seen.get(first)?.['parentId'];
  if (typeof parentId !== 'string') return [];
  const beside = own.filter((id) => seen.get(id)?.['parentId'] === parentId);
  const from = beside.indexOf(first ?? '');
  const members = [...beside.slice(from), ...beside.slice(0, from)].slice(0, one.size);
  const record = shape('group', by.stage.name, { parentId, index: 'a3', x: one.target % 50, y: 3 });
  return [
    { op: 'create', record },
    ...members.map((id, i): Op => ({ op: 'update', id, set: { parentId: record.id, index: `a${i + 1}`, x: i, y: 0 } })),
  ];
}

/** All that stands in a group moves out, and the group goes. */
function ungroupAsBrowser(world: BoardWorld, by: Player, id: string): Op[] {
  const seen = world.seenBy(by.actor);
  const parentId = seen.get(id)?.['parentId'] ?? 'page:page';
  const inside = [...seen.values()].filter(
    (record) => record['parentId'] === id && isTarget(by.stage, by.actor, record.id),
  );
  return [
    ...inside.map((record): Op => ({ op: 'update', id: record.id, set: { parentId, x: 5, y: 6 } })),
    { op: 'delete', id },
  ];
}

function groupsFor(world: BoardWorld, by: Player): string[] {
  const seen: ReadonlyMap<string, BoardRecord> = world.seenBy(by.actor);
  return targets(world, by, 'shape:').filter((id) => seen.get(id)?.['type'] === 'group');
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
    { 'props.richText': richText(`${by.actor.person} wrote ${saying(value)}`) },
    { parentId: pick(placesFor(world, by), Math.floor(value / 9)), x: value % 100 },
    { parentId: pick(placesFor(world, by), Math.floor(value / 9)) },
    { index: `a${(value % 9) + 1}V` },
    { 'props.end': { x: value, y: 1 } },
    { 'props.altText': `picture ${saying(value)}` },
  ];
  return pick(choices, value);
}

/** Pages, groups, and frames twice over, so that things come to stand in each other. */
function placesFor(world: BoardWorld, by: Player): [string, ...string[]] {
  const isFrame = (id: string): boolean => world.seenBy(by.actor).get(id)?.['type'] === 'frame';
  const mayNest = by.stage.mayNest?.(by.actor) ?? true;
  const frames = mayNest ? targets(world, by, 'shape:').filter(isFrame) : [];
  const groups = mayNest ? groupsFor(world, by) : [];
  return ['page:page', ...targets(world, by, 'page:'), ...frames, ...frames, ...groups];
}

function arrowsOf(world: BoardWorld, by: Player): string[] {
  const seen: ReadonlyMap<string, BoardRecord> = world.seenBy(by.actor);
  return targets(world, by, 'shape:').filter((id) => seen.get(id)?.['type'] === 'arrow');
}
