import type { BoardRecord, Fields } from '@bridgeboard/protocol';

import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import { typeOf } from '../board/layers.ts';
import { positionFields } from '../board/place-fields.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { versionAt } from '../view/closed-at.ts';
import { composePlaces, onBoard, placeOf } from '../view/geometry.ts';
import { viewerOfLayer, type Viewer } from '../view/viewer.ts';
import { breakRings } from './break-rings.ts';

/**
 * P16: each version that stands in a container moves to the container's parent, its place composed so that nothing jumps.
 * All new places are worked out before the first is written, because the layers' places rest on base.
 */
export function moveOut(draft: EntryDraft, slot: Slot, container: Slot): void {
  const inLayers = slot.layers.flatMap((layer) => {
    const fields = movedLayer(draft.state, { slot, container, layer });
    return fields ? [{ layer, fields }] : [];
  });
  moveBaseOut(draft, slot, container);
  for (const { layer, fields } of inLayers) {
    const { author, reach } = layer;
    draft.add({ kind: 'set-layer', id: slot.id, author, reach, case: layer.case }, fields);
  }
  breakRings(draft, slot.id);
}

/** The same for base alone, where base stands in the container. */
export function moveBaseOut(draft: EntryDraft, slot: Slot, container: Slot): void {
  const { base } = slot;
  if (base?.['parentId'] !== container.id || !container.base) return;
  const fields = movedTo(draft.state, { slot, version: base, around: container.base, viewer: { kind: 'guests' } });
  const at = { parent: String(fields['parentId']), key: String(base['index']), id: slot.id };
  draft.add({ kind: 'set-base', id: slot.id }, { ...fields, index: draft.orderKeys().place(at) });
}

function movedLayer(state: BoardState, move: { slot: Slot; container: Slot; layer: Layer }): Fields | null {
  const { slot, container, layer } = move;
  // Put away or not: what stands in something put away must not be lost with it.
  const viewer = viewerOfLayer(layer);
  const version = versionAt(slot, viewer);
  const around = versionAt(container, viewer);
  if (!around || version?.['parentId'] !== container.id) return null;
  if (!positionFields.some((name) => name in layer.fields)) return null;
  const { parentId, ...place } = movedTo(state, { slot, version, around, viewer });
  return 'parentId' in layer.fields ? { ...place, parentId: parentId ?? null } : place;
}

/**
 * The place fields with which a version stands where its container stands, and nothing jumps. Where that is in a group of
 * somebody else's, it stands where the group does, and so on: a group holds nothing but its author's things (P14).
 */
export function movedTo(
  state: BoardState,
  move: { slot: Slot; version: BoardRecord; around: BoardRecord; viewer: Viewer },
): Fields {
  const passed = new Set<string>();
  let { around } = move;
  let place = composePlaces(placeOf(around), placeOf(move.version));
  for (;;) {
    passed.add(around.id);
    const outer = state.slots.get(String(around['parentId']));
    const version =
      typeOf(outer) === 'group' && outer?.author !== move.slot.author ? versionAt(outer, move.viewer) : null;
    if (!version || passed.has(version.id)) break;
    around = version;
    place = composePlaces(placeOf(around), place);
  }
  const { x, y, rotation } = place;
  return { parentId: around['parentId'] ?? null, x: onBoard(x), y: onBoard(y), rotation };
}
