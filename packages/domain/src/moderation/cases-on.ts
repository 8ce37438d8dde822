import type { BoardState } from '../board/board-state.ts';

/** Cases whose hash or records may be others since these records changed: what waits on them or is looked at afterwards. */
export function casesOn(state: BoardState, records: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const id of records) {
    const slot = state.slots.get(id);
    for (const layer of slot?.layers ?? []) found.add(layer.case);
    if (slot?.check !== undefined) found.add(slot.check);
  }
  return found;
}
