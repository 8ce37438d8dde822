import type { Fields, BoardRecord, Json } from '@bridgeboard/protocol';
import { assetOfSlot } from './assets.ts';
import { isObject } from './fields.ts';
import type { BoardState, Slot } from './board-state.ts';
import { parentsOf, typeOf } from './layers.ts';

/** Ids of all records that some version of this one points to. */
function pointersOf(slot: Slot): Set<string> {
  const found = new Set<string>();
  for (const version of [slot.base, ...slot.layers.map((layer) => layer.fields)]) {
    if (version) for (const id of pointersIn(version)) found.add(id);
  }
  return found;
}

/** Ids that one version of a record, or one layer's fields, points to. */
export function* pointersIn(version: Readonly<Fields> | BoardRecord): Iterable<string> {
  const props = version['props'];
  const values: (Json | undefined)[] = [
    version['parentId'],
    version['fromId'],
    version['toId'],
    version['about'],
    version['props.assetId'],
    isObject(props) ? props['assetId'] : undefined,
  ];
  for (const value of values) if (typeof value === 'string') yield value;
}

/** Keeps `state.referrers` true when a slot is replaced. */
export function moveReferences(state: BoardState, before: Slot | undefined, after: Slot | undefined): void {
  const from = before ? pointersOf(before) : new Set<string>();
  const to = after ? pointersOf(after) : new Set<string>();
  const id = (after ?? before)?.id;
  if (id === undefined) return;
  for (const target of from) {
    if (to.has(target)) continue;
    state.referrers.remove(target, id);
    // Whether a group is there at all depends on what stands in it (P20), and nothing points from what has left to it.
    if (isGroup(state, target)) state.touched.records.add(target);
  }
  for (const target of to) if (!from.has(target)) state.referrers.add(target, id);
}

/**
 * These records and all whose presence or shape in a view can depend on them: children, bindings, bound arrows, the groups
 * they stand in with all that stands there as well, and the pictures they show.
 */
export function withDependents(state: BoardState, ids: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const referrer of state.referrers.of(id)) waiting.push(referrer);
    // An arrow's ends depend on its bindings (P12), and a binding points to its arrow, not the other way round.
    if (id.startsWith('binding:')) waiting.push(...arrowsOf(state, id));
    else waiting.push(...groupsOf(state, id), ...assetsOf(state, id));
  }
  // In the order of ids: the order in which one comes upon them depends on what is hidden (P28).
  return new Set([...found].toSorted());
}

function arrowsOf(state: BoardState, binding: string): string[] {
  const slot = state.slots.get(binding) ?? state.bin.get(binding)?.slot;
  if (!slot) return [];
  return [slot.base, ...slot.layers.map((layer) => layer.fields)]
    .map((version) => version?.['fromId'])
    .filter((id) => typeof id === 'string');
}

/** P20: a group with fewer than two children is in no view. */
function groupsOf(state: BoardState, id: string): string[] {
  return parentsOf(state.slots.get(id) ?? state.bin.get(id)?.slot).filter((parent) => isGroup(state, parent));
}

/** P19: whether a picture is in a view depends on the images that show it. */
function assetsOf(state: BoardState, id: string): string[] {
  const slot = state.slots.get(id) ?? state.bin.get(id)?.slot;
  const asset = slot && assetOfSlot(slot);
  return typeof asset === 'string' ? [asset] : [];
}

function isGroup(state: BoardState, id: string): boolean {
  return typeOf(state.slots.get(id) ?? state.bin.get(id)?.slot) === 'group';
}
