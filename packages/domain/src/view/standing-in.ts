import type { BoardState, Slot } from '../board/board-state.ts';
import { versionAt } from './closed-at.ts';
import type { Viewer } from './viewer.ts';

/**
 * What stands in a group at a reach, put away or not; the viewer stands for the reach. A group with nothing in it there is in no
 * view (P20), so it does not count as something that stands in another.
 */
export function standingIn(state: BoardState, group: string, viewer: Viewer): Slot[] {
  const inside = (around: string, passed: ReadonlySet<string>): Slot[] =>
    [...state.referrers.of(around)].toSorted().flatMap((id) => {
      const slot = state.slots.get(id);
      const version = versionAt(slot, viewer);
      if (!slot || version?.typeName !== 'shape' || version['parentId'] !== around || passed.has(id)) return [];
      const isEmpty = version['type'] === 'group' && inside(id, new Set([...passed, id])).length === 0;
      return isEmpty ? [] : [slot];
    });
  return inside(group, new Set([group]));
}
