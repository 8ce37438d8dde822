import type { BoardRecord, Fields } from '@bridgeboard/protocol';

import type { Layer, Slot } from '../board/board-state.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { versionAt } from '../view/closed-at.ts';
import { composePlaces, onBoard, placeOf } from '../view/geometry.ts';
import type { Viewer } from '../view/viewer.ts';
import { breakRings } from './break-rings.ts';
import { placeFields } from './stay-without.ts';

/**
 * P16: each version that stands in a container moves to the container's parent, its place composed so that nothing jumps.
 * All new places are worked out before the first is written, because the layers' places rest on base.
 */
export function moveOut(draft: EntryDraft, slot: Slot, container: Slot): void {
  const { base } = slot;
  const inLayers = slot.layers.flatMap((layer) => {
    const fields = movedLayer(slot, container, layer);
    return fields ? [{ layer, fields }] : [];
  });
  if (base?.['parentId'] === container.id && container.base) {
    const fields = movedTo(container.base, base);
    const at = { parent: String(fields['parentId']), key: String(base['index']), id: slot.id };
    draft.add({ kind: 'set-base', id: slot.id }, { ...fields, index: draft.orderKeys().place(at) });
  }
  for (const { layer, fields } of inLayers) {
    const { author, reach } = layer;
    draft.add({ kind: 'set-layer', id: slot.id, author, reach, case: layer.case }, fields);
  }
  breakRings(draft, slot.id);
}

function movedLayer(slot: Slot, container: Slot, layer: Layer): Fields | null {
  // Put away or not: what stands in something put away must not be lost with it.
  const author: Viewer = { kind: 'pupil', school: layer.school, person: layer.author };
  const version = versionAt(slot, author);
  const around = versionAt(container, author);
  if (!around || version?.['parentId'] !== container.id) return null;
  if (!placeFields.some((name) => name in layer.fields)) return null;
  const { parentId, ...place } = movedTo(around, version);
  return 'parentId' in layer.fields ? { ...place, parentId: parentId ?? null } : place;
}

function movedTo(around: BoardRecord, version: BoardRecord): Fields {
  const { x, y, rotation } = composePlaces(placeOf(around), placeOf(version));
  return { parentId: around['parentId'] ?? null, x: onBoard(x), y: onBoard(y), rotation };
}
