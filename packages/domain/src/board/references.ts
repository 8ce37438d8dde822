import type { Fields, BoardRecord, Json } from '@bridgeboard/protocol';
import { isObject } from './fields.ts';
import type { BoardState, Slot } from './board-state.ts';

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
  for (const target of from) if (!to.has(target)) state.referrers.remove(target, id);
  for (const target of to) if (!from.has(target)) state.referrers.add(target, id);
}

/** These records and all whose presence or shape in a view can depend on them: children, bindings, bound arrows. */
export function withDependents(state: BoardState, ids: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const referrer of state.referrers.of(id)) waiting.push(referrer);
    // An arrow's ends depend on its bindings (P12), and a binding points to its arrow, not the other way round.
    if (id.startsWith('binding:')) waiting.push(...arrowsOf(state, id));
  }
  return found;
}

function arrowsOf(state: BoardState, binding: string): string[] {
  const slot = state.slots.get(binding) ?? state.bin.get(binding)?.slot;
  if (!slot) return [];
  return [slot.base, ...slot.layers.map((layer) => layer.fields)]
    .map((version) => version?.['fromId'])
    .filter((id) => typeof id === 'string');
}
