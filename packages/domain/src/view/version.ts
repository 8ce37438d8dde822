import type { BoardMode, BoardRecord, Stamp, ViewItem } from '@bridgeboard/protocol';
import { isAssetId } from '../board/assets.ts';
import { isOutOfSight, schoolRulesOf } from '../board/board-rules.ts';
import { isWithheld, looksFirst } from '../board/first-look.ts';
import { applyFields } from '../board/fields.ts';
import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import { authorKey, schoolOf, seesHidden, viewerOfLayer, visibleLayers, type Viewer } from './viewer.ts';

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

/**
 * P36: what a viewer is shown of a record: its version, or null where the viewer's school looks at it first and has not accepted it.
 * How far something has been let out is asked of `versionOf`: another school's look lowers no reach.
 */
export function shownVersion(state: BoardState, slot: Slot | undefined, viewer: Viewer): BoardRecord | null {
  return slot && isGated(state, viewer) && isWithheld(state, slot, viewer.school) ? null : versionOf(slot, viewer);
}

/**
 * P39: whether a view has nothing of a record because another school has stopped everything. Pages stay, as in every view. How far
 * something has been let out does not change with it: that is asked of `versionOf`.
 */
export function isCovered(state: BoardState, viewer: Viewer, id: string): boolean {
  if (id.startsWith('page:') || id.startsWith('document:')) return false;
  return isOutOfSight(state, schoolOf(viewer));
}

/** What becomes, towards a viewer, of what a school's pupils do: it waits where the viewer's school looks first. */
export function modeTowards(state: BoardState, viewer: Viewer, school: string): BoardMode {
  return isGated(state, viewer) && viewer.school !== school ? 'held' : schoolRulesOf(state, school).mode;
}

/** Whether a view is one of pupils whose school looks at other schools' work first. */
function isGated(state: BoardState, viewer: Viewer): viewer is Extract<Viewer, { kind: 'pupils' | 'pupil' }> {
  return (viewer.kind === 'pupils' || viewer.kind === 'pupil') && looksFirst(state, viewer.school);
}

/** What has been let out with nothing on top is the same to everybody who sees it: one object, however many views hold it. */
const settled = new WeakMap<Slot, ViewItem>();

/** A version of a record that a viewer sees, with its stamp. */
export function itemOf(state: BoardState, slot: Slot, seen: { record: BoardRecord; viewer: Viewer }): ViewItem {
  const { record, viewer } = seen;
  if (slot.layers.length > 0 || record !== slot.base) return { record, stamp: stampOf(state, slot, viewer) };
  const item = settled.get(slot) ?? { record, stamp: stampOf(state, slot, viewer) };
  settled.set(slot, item);
  return item;
}

/** What the server says beside a version: whose it is, how far it has been let out, and since when. */
export function stampOf(state: BoardState, slot: Slot, viewer: Viewer): Stamp {
  const layers = visibleLayers(slot, viewer);
  const top = layers.at(-1);
  const reach = layers.some((layer) => layer.reach === 'held') ? 'held' : top ? 'school' : 'board';
  // A picture comes with the image that shows it: when it was uploaded would tell how long that has waited.
  const at = isAssetId(slot.id) ? 0 : slot.baseAt;
  const stamp = { by: authorKey(state, slot.author), reach, at: top ? top.at : at } as const;
  return slot.hidden ? { ...stamp, putAway: true } : stamp;
}

/** A record as those see it for whom a layer is the newest word. */
export function versionWithLayer(slot: Slot | undefined, layer: Layer): BoardRecord | null {
  return versionOf(slot, viewerOfLayer(layer));
}
