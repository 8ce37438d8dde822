import { showsAsset } from '../board/assets.ts';
import type { BoardState } from '../board/board-state.ts';
import { versionAt } from './closed-at.ts';
import { RecordProjector } from './project-record.ts';
import { isCovered } from './version.ts';
import type { Viewer } from './viewer.ts';

/**
 * P19: whether somebody may have the bytes of a picture: the same question as whether their view has it. Who uploaded it may
 * also while no view has it, but not once it has been put away (P22).
 */
export function seesAsset(state: BoardState, asset: string, who: { viewer: Viewer; isUploader: boolean }): boolean {
  if (new RecordProjector(state, who.viewer).record(asset)) return true;
  if (!who.isUploader || isCovered(state, who.viewer, asset)) return false;
  return ![...state.referrers.of(asset)].some((id) => {
    const slot = state.slots.get(id);
    return slot?.hidden && showsAsset(versionAt(slot, who.viewer), asset);
  });
}
