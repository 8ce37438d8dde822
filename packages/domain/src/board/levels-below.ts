import type { BoardRecord } from '@bridgeboard/protocol';
import { limits } from '../gate/limits.ts';
import type { BoardState } from './board-state.ts';

/** How deep the things are that stand in a shape, as far as `versionOf` shows them; 0 where there are none. */
export function levelsBelow(
  state: BoardState,
  shape: string,
  versionOf: (id: string) => BoardRecord | null | undefined,
): number {
  let row = [shape];
  for (let levels = 0; levels < limits.both.parentDepth; levels += 1) {
    const next: string[] = [];
    let hasLeaf = false;
    for (const parent of row) {
      for (const child of state.referrers.of(parent)) {
        const isLeaf = state.referrers.isEmpty(child);
        // One thing without anything in it says as much as a thousand, which would be asked for at each move.
        if ((isLeaf && hasLeaf) || versionOf(child)?.['parentId'] !== parent) continue;
        if (isLeaf) hasLeaf = true;
        else next.push(child);
      }
    }
    if (next.length === 0) return hasLeaf ? levels + 1 : levels;
    row = next;
  }
  return limits.both.parentDepth;
}
