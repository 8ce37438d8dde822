import type { BoardRecord, Fields, Json, Op } from '@bridgeboard/protocol';

import { binding, richText, shape, type ShapeKind } from '../../engine/records.ts';
import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, likelyTargets, pick, recordIdFor, shapesOf, targets, wordsFor } from './picking.ts';

const kinds: readonly ShapeKind[] = ['note', 'draw', 'text', 'geo', 'frame', 'arrow', 'draw', 'line', 'highlight'];

/** Does what somebody would do now; false where they could not. */
function draws(make: (world: World, tab: Tab, step: Step) => readonly Op[]): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step);
    const ops = tab ? make(world, tab, step) : [];
    if (ops.length > 0) tab?.do(ops);
    return ops.length > 0;
  };
}

function changes(make: (world: World, tab: Tab, step: Step) => Fields): Operation['run'] {
  return draws((world, tab, step) => {
    const id = pick(likelyTargets(world, tab, step), step.a);
    return id === undefined ? [] : [{ op: 'update', id, set: make(world, tab, step) }];
  });
}

/** Pages, and frames twice over, so that things come to stand in each other. */
function placesFor(world: World, tab: Tab): string[] {
  const frames = world.stage.mayNest(tab.player) ? shapesOf(tab, targets(world, tab, 'shape:'), 'frame') : [];
  const ids = frames.map(({ id }) => id);
  return ['page:page', ...targets(world, tab, 'page:'), ...ids, ...ids];
}

/** No number comes twice: a change that is made is never one that was made before. */
function place(step: Step): { x: number; y: number } {
  return { x: step.a + step.n / 1_024, y: step.b };
}

function newShape({ world, tab, part = 0 }: { world: World; tab: Tab; part?: number }, step: Step): BoardRecord {
  const kind = pick(kinds, step.a + part) ?? 'note';
  const parentId = pick(placesFor(world, tab), step.b) ?? 'page:page';
  const words =
    kind === 'note' || kind === 'text' || kind === 'geo' ? { 'props.richText': richText(wordsFor(step, part)) } : {};
  const index = `a${((step.a + part) % 9) + 1}`;
  const record = shape(kind, 'any', { parentId, index, ...place(step), ...words });
  return { ...record, id: recordIdFor('shape', step, part) };
}

function grow(world: World, tab: Tab, step: Step): Op[] {
  const stroke = pick(shapesOf(tab, likelyTargets(world, tab, step), 'draw', 'highlight'), step.a);
  if (!stroke) return [];
  const props = stroke['props'] as { segments: { type: string; points: Json[] }[] };
  const [first, ...rest] = props.segments;
  const last = rest.at(-1) ?? first;
  if (!last) return [];
  const points = Array.from({ length: 1 + (step.b % 4) }, (_, i): Json => ({
    x: step.n + i * 3,
    y: step.b + i,
    z: 0.5,
  }));
  const segments = [...props.segments.slice(0, -1), { ...last, points: [...last.points, ...points] }];
  return [{ op: 'update', id: stroke.id, set: { 'props.segments': segments } }];
}

function bind(world: World, tab: Tab, step: Step): Op[] {
  const arrow = pick(shapesOf(tab, likelyTargets(world, tab, step), 'arrow'), step.a);
  const to = pick(targets(world, tab, 'shape:'), step.b);
  if (!arrow || to === undefined) return [];
  const terminal = step.b % 2 === 0 ? 'end' : 'start';
  const record = binding('any', { arrow: arrow.id, to, terminal });
  return [{ op: 'create', record: { ...record, id: recordIdFor('binding', step) } }];
}

/**
 * What tldraw makes of a delete: the shape with all in it, the bindings at them, and the ends of the arrows that were bound,
 * other people's too.
 */
function deleteAsBrowser(world: World, tab: Tab, step: Step): Op[] {
  const id = pick(likelyTargets(world, tab, step), step.a);
  if (id === undefined) return [];
  const seen = [...tab.screen.values()];
  const gone = new Set([id]);
  for (const parent of gone) {
    for (const record of seen) {
      if (record['parentId'] === parent && world.stage.mayTarget(tab.player, record.id)) gone.add(record.id);
    }
  }
  const isBound = (record: BoardRecord): boolean => record.typeName === 'binding' && gone.has(String(record['toId']));
  const bindings = seen.filter((record) => isBound(record) && world.stage.mayTarget(tab.player, record.id));
  const ends = bindings.map((record) => String(record['fromId'])).filter((arrow) => !gone.has(arrow));
  return [
    ...[...gone].map((each): Op => ({ op: 'delete', id: each })),
    ...bindings.map((record): Op => ({ op: 'delete', id: record.id })),
    ...ends.map((arrow): Op => ({ op: 'update', id: arrow, set: { 'props.end': { x: 9, y: 9 } } })),
  ];
}

function remove(world: World, tab: Tab, step: Step): Op[] {
  const ids = [...likelyTargets(world, tab, step), ...targets(world, tab, 'binding:')];
  const id = pick(ids, step.a);
  return id === undefined ? [] : [{ op: 'delete', id }];
}

/** Several things in one go, which refer to each other. */
function many(world: World, tab: Tab, step: Step): Op[] {
  const frame = { ...shape('frame', 'any', place(step)), id: recordIdFor('shape', step, 1) };
  const inside = { ...newShape({ world, tab, part: 2 }, step), parentId: frame.id };
  const arrow = { ...shape('arrow', 'any', place(step)), id: recordIdFor('shape', step, 3) };
  const held = binding('any', { arrow: arrow.id, to: inside.id });
  const records = [frame, inside, arrow, { ...held, id: recordIdFor('binding', step, 4) }];
  const ops = records.map((record): Op => ({ op: 'create', record }));
  const other = pick(likelyTargets(world, tab, step), step.b);
  return other === undefined ? ops : [...ops, { op: 'update', id: other, set: { x: place(step).x } }];
}

/** What people do to what is on a board. */
export const drawing: readonly Operation[] = [
  {
    name: 'create',
    kind: 'edit',
    weight: 14,
    run: draws((world, tab, step) => [{ op: 'create', record: newShape({ world, tab }, step) }]),
  },
  { name: 'move', kind: 'edit', weight: 10, run: changes((_world, _tab, step) => place(step)) },
  { name: 'reorder', kind: 'edit', weight: 3, run: changes((_w, _t, step) => ({ index: `a${(step.b % 9) + 1}V` })) },
  {
    name: 'reparent',
    kind: 'edit',
    weight: 4,
    run: changes((world, tab, step) => ({ parentId: pick(placesFor(world, tab), step.b) ?? 'page:page' })),
  },
  {
    name: 'write',
    kind: 'edit',
    weight: 7,
    run: draws((world, tab, step) => {
      const record = pick(shapesOf(tab, likelyTargets(world, tab, step), 'note', 'text', 'geo'), step.a);
      const set = { 'props.richText': richText(wordsFor(step)) };
      return record ? [{ op: 'update', id: record.id, set }] : [];
    }),
  },
  {
    name: 'recolour',
    kind: 'edit',
    weight: 2,
    run: changes((_w, _t, step) => ({ 'props.color': pick(['red', 'blue', 'green'], step.b) ?? 'red' })),
  },
  { name: 'grow', kind: 'edit', weight: 8, run: draws(grow) },
  { name: 'bind', kind: 'edit', weight: 5, run: draws(bind) },
  { name: 'delete', kind: 'edit', weight: 3, run: draws(remove) },
  { name: 'delete as a browser', kind: 'edit', weight: 3, run: draws(deleteAsBrowser) },
  { name: 'many', kind: 'edit', weight: 4, run: draws(many) },
];
