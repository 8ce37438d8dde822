import { packFields, packRecord, type Patch, type ViewItem } from '@bridgeboard/protocol';

import type { Pens } from './pens.ts';

/** A patch as it travels: strokes packed, and what grows by its pen where the view has pens. */
export function wirePatch(patch: Patch, pens: Pens | null): Patch {
  const wire: Patch = { ...patch };
  if (patch.put) wire.put = patch.put.map(packItem);
  if (patch.set) {
    wire.set = patch.set.map((line) => (line.fields ? { ...line, fields: packFields(line.fields) } : line));
  }
  if (patch.grow && pens) Object.assign(wire, pens.shorten(patch.grow));
  for (const id of patch.remove ?? []) pens?.drop(id);
  return wire;
}

/** One line of a view as it travels. */
export function packItem(item: ViewItem): ViewItem {
  const record = packRecord(item.record);
  return record === item.record ? item : { record, stamp: item.stamp };
}
