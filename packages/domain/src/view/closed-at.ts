import type { BoardRecord } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import { pointersIn } from '../board/references.ts';
import { versionOf } from './version.ts';
import type { Viewer } from './viewer.ts';

/**
 * P13: whether everything that a record points to at some reach is there at that reach too, all the way up to a page; the
 * viewer stands for the reach. What has been put away counts as there: it comes back where it was. True for a record that
 * is not there at that reach itself.
 */
export function isClosedAt(state: BoardState, slot: Slot, viewer: Viewer): boolean {
  const version = versionAt(slot, viewer);
  return !version || [...pointersIn(version)].every((target) => leadsToPage(state, target, viewer));
}

/** A record as it is at a reach, put away or not; the viewer stands for the reach. */
export function versionAt(slot: Slot | undefined, viewer: Viewer): BoardRecord | null {
  return slot ? versionOf({ ...slot, hidden: false }, viewer) : null;
}

/** Whether a record is there at a reach, and all that it stands in, up to a page; a picture stands in nothing. */
export function leadsToPage(state: BoardState, target: string, viewer: Viewer): boolean {
  const passed = new Set<string>();
  let at = versionAt(state.slots.get(target), viewer);
  while (at?.typeName === 'shape' && !passed.has(at.id)) {
    passed.add(at.id);
    at = versionAt(state.slots.get(String(at['parentId'])), viewer);
  }
  return at?.typeName === 'page' || at?.typeName === 'asset';
}
