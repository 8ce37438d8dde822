import type { BoardRecord, FieldName, Json } from '@bridgeboard/protocol';
import type { Layer, Slot } from './board-state.ts';
import { equalJson, fieldOf } from './fields.ts';

/**
 * P1: in the order of their last edit; of one author, who may have two, held above school. A layer that made the record
 * lies lowest, because the others are changes of what it made.
 */
export function inOrder(layers: readonly Layer[]): Layer[] {
  if (layers.length < 2) return [...layers];
  const newest = new Map<string, number>();
  for (const { author, seq } of layers) newest.set(author, Math.max(seq, newest.get(author) ?? 0));
  return layers.toSorted((a, b) => {
    const made = Number(hasMade(b)) - Number(hasMade(a));
    if (made !== 0) return made;
    if (a.author === b.author) return Number(a.reach === 'held') - Number(b.reach === 'held');
    return (newest.get(a.author) ?? 0) - (newest.get(b.author) ?? 0) || (a.author < b.author ? -1 : 1);
  });
}

/** Whether a layer is the record's creation, not only a change of it. */
export function hasMade(layer: Layer): boolean {
  return 'typeName' in layer.fields;
}

/** P5: a layer field that changes nothing of what lies under it disappears, and a layer with nothing left with it. */
export function withoutEqualFields(slot: Slot): Slot {
  if (slot.layers.length === 0) return slot;
  const layers = slot.layers.flatMap((layer, place) => {
    const names = Object.keys(layer.fields).filter(
      (name) => !equalJson(layer.fields[name], valueUnder(slot, { place, name })),
    );
    if (names.length === Object.keys(layer.fields).length && names.length > 0) return [layer];
    const fields = Object.fromEntries(names.map((name) => [name, layer.fields[name] ?? null]));
    return names.length > 0 ? [{ ...layer, fields }] : [];
  });
  return { ...slot, layers };
}

/**
 * What the author of a layer would see of a field without it; undefined where there would be nothing, or where it is somebody
 * else's and may be gone tomorrow.
 */
function valueUnder(slot: Slot, at: { place: number; name: FieldName }): Json | undefined {
  const { author, school } = slot.layers[at.place] ?? {};
  for (const below of slot.layers.slice(0, at.place).toReversed()) {
    if (!(at.name in below.fields)) continue;
    if (below.author === author) return below.fields[at.name];
    if (below.reach === 'school' && below.school === school) return undefined;
  }
  return slot.base ? fieldOf(slot.base, at.name) : undefined;
}

/** A record where it has been let out furthest: its base, else the fields of the layer that made it. */
export function madeOf(slot: Slot | undefined): Readonly<BoardRecord> | Layer['fields'] | undefined {
  return slot?.base ?? slot?.layers.find(hasMade)?.fields;
}

/** What type of shape a record is, in whichever version; undefined for what is no shape. */
export function typeOf(slot: Slot | undefined): Json | undefined {
  return madeOf(slot)?.['type'];
}

/** Ids of what a record stands in, in any of its versions. */
export function parentsOf(slot: Slot | undefined): string[] {
  if (!slot) return [];
  return [slot.base, ...slot.layers.map((layer) => layer.fields)]
    .map((version) => version?.['parentId'])
    .filter((id) => typeof id === 'string');
}
