import type { BoardRecord, Fields } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { fixedEnd, type Lookup } from '../view/fixed-end.ts';
import { RecordProjector } from '../view/project-record.ts';
import { versionWithLayer } from '../view/version.ts';

/** Ends of arrows that an act has set itself, as `endKey` names them. */
export type EndsSet = ReadonlySet<string>;

/** Names one end of an arrow at one reach; `field` is `props.start` or `props.end`. */
export function endKey(end: { arrow: string; field: string; in: 'base' | 'layer' }): string {
  return `${end.arrow} ${end.field} ${end.in}`;
}

/** Writes down which ends of an arrow a change of it sets. */
export function noteEnds(endsSet: Set<string>, arrow: string, change: { fields: Fields; in: 'base' | 'layer' }): void {
  for (const field of ['props.start', 'props.end']) {
    if (field in change.fields) endsSet.add(endKey({ arrow, field, in: change.in }));
  }
}

/**
 * P12, for a binding that goes: its arrow's end is written where the binding held it, in base from released versions alone,
 * and in each layer of the arrow from what is seen with that layer. Where the act itself says where the end is, that stands.
 */
export function fixEndOf(draft: EntryDraft, binding: Slot, endsSet: EndsSet): void {
  const { state } = draft;
  const arrow = state.slots.get(String(fieldOfAny(binding, 'fromId')));
  if (!arrow) return;
  if (arrow.base && binding.base) {
    const end = releasedEnd(state, binding.base);
    if (!isSet(endsSet, arrow.id, { end, in: 'base' }))
      write(end, () => draft.add({ kind: 'set-base', id: arrow.id }, end));
  }
  for (const layer of arrow.layers) {
    const lookup: Lookup = (id) => versionWithLayer(state.slots.get(id), layer);
    const held = lookup(binding.id);
    const bound = held && lookup(String(held['toId']));
    const end = held && bound ? fixedEnd(held, bound, lookup) : {};
    if (isSet(endsSet, arrow.id, { end, in: 'layer' })) continue;
    const { author, reach } = layer;
    write(end, () => draft.add({ kind: 'set-layer', id: arrow.id, author, reach, case: layer.case }, end));
  }
}

/** P12, before a shape is put away: every arrow bound to it gets its end where the shape is now, and keeps it there. */
export function fixEndsAt(draft: EntryDraft, shape: string): void {
  for (const id of [...draft.state.referrers.of(shape)].toSorted()) {
    const binding = id.startsWith('binding:') ? draft.state.slots.get(id) : undefined;
    if (binding && fieldOfAny(binding, 'toId') === shape) fixEndOf(draft, binding, new Set());
  }
}

/** Where everybody sees it; nothing where the bound shape is put away: its end was written when that happened. */
function releasedEnd(state: BoardState, binding: BoardRecord): Fields {
  const released = new RecordProjector(state, { kind: 'guests' }, { standsForReach: true });
  const bound = released.record(String(binding['toId']));
  return bound ? fixedEnd(binding, bound, (id) => released.record(id)) : {};
}

function isSet(endsSet: EndsSet, arrow: string, about: { end: Fields; in: 'base' | 'layer' }): boolean {
  return Object.keys(about.end).some((field) => endsSet.has(endKey({ arrow, field, in: about.in })));
}

function write(end: Fields, add: () => void): void {
  if (Object.keys(end).length > 0) add();
}

function fieldOfAny(binding: Slot, name: 'fromId' | 'toId'): unknown {
  return binding.layers.at(-1)?.fields[name] ?? binding.base?.[name];
}
