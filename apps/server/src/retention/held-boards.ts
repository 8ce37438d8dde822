import { isConcernStanding } from '@bridgeboard/domain';
import type { ConcernLine } from '@bridgeboard/protocol';
import type { ConcernLog } from '@bridgeboard/storage';

import { allConcernLines } from '../all-concern-lines.ts';

/** By board, reports about it that any school has not closed, or that any lead holds: nothing of it is deleted then (SG-24). */
export async function heldBoards(log: Pick<ConcernLog, 'read'>): Promise<Map<string, string[]>> {
  const all: ConcernLine[] = [];
  for await (const { line } of allConcernLines(log)) all.push(line);
  const held = new Map<string, string[]>();
  for (const [concern, lines] of Map.groupBy(all, (line) => line.concern)) {
    const [first] = lines;
    if (first?.event.kind !== 'reported' || !isConcernStanding(lines, first.schools)) continue;
    const { board } = first.event;
    held.set(board, [...(held.get(board) ?? []), concern]);
  }
  return held;
}
