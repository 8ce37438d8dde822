import type { BoardRecord } from '@bridgeboard/protocol';
import type { BoardState } from '../board/board-state.ts';
import { closeView } from './close-view.ts';
import { isCovered, shownVersion } from './version.ts';
import type { Viewer } from './viewer.ts';

/** The whole board as one viewer sees it: base ⊕ visible layers of every record, failing closed (P1, P20). */
export function projectView(state: BoardState, viewer: Viewer): Map<string, BoardRecord> {
  const versions = new Map<string, BoardRecord>();
  for (const [id, slot] of state.slots.entries()) {
    const version = isCovered(state, viewer, id) ? null : shownVersion(state, slot, viewer);
    if (version) versions.set(id, version);
  }
  return closeView(versions);
}
