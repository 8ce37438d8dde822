import type { BoardRecord, Stamp } from '@bridgeboard/protocol';
import { isAssetId } from '../board/assets.ts';
import { applyFields } from '../board/fields.ts';
import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import { authorKey, seesHidden, viewerOfLayer, visibleLayers, type Viewer } from './viewer.ts';

/** P1: base ⊕ the layers this viewer may see, or null where nothing of the record is theirs to see. */
export function versionOf(slot: Slot | undefined, viewer: Viewer): BoardRecord | null {
  if (!slot || (slot.hidden && !seesHidden(viewer, slot))) return null;
  let version: BoardRecord | null = slot.base;
  for (const layer of visibleLayers(slot, viewer)) {
    // A change without the creation it belongs to is nothing to look at.
    if (version || 'typeName' in layer.fields) version = applyFields(version ?? {}, layer.fields);
  }
  return version;
}

/** What the server says beside a version: whose it is, how far it has been let out, and since when. */
export function stampOf(state: BoardState, slot: Slot, viewer: Viewer): Stamp {
  const layers = visibleLayers(slot, viewer);
  const top = layers.at(-1);
  const reach = layers.some((layer) => layer.reach === 'held') ? 'held' : top ? 'school' : 'board';
  // A picture comes with the image that shows it: when it was uploaded would tell how long that has waited.
  const at = isAssetId(slot.id) ? 0 : slot.baseAt;
  return { by: authorKey(state, slot.author), reach, at: top ? top.at : at };
}

/** A record as those see it for whom a layer is the newest word. */
export function versionWithLayer(slot: Slot | undefined, layer: Layer): BoardRecord | null {
  return versionOf(slot, viewerOfLayer(layer));
}
