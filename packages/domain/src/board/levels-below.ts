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
  for (let levels = 0; levels <= limits.both.parentDepth; levels += 1) {
    row = row.flatMap((parent) =>
      [...state.referrers.of(parent)].filter((child) => versionOf(child)?.['parentId'] === parent),
    );
    if (row.length === 0) return levels;
  }
  return limits.both.parentDepth;
}
