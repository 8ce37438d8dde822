import { caseOfConcern } from '@bridgeboard/domain';
import type { ConcernLine } from '@bridgeboard/protocol';
import type { ConcernLog } from '@bridgeboard/storage';

const pageSize = 200;

/** By board, reports about it that any school has not closed, or that any lead holds: nothing of it is deleted then (SG-24). */
export async function heldBoards(log: Pick<ConcernLog, 'read'>): Promise<Map<string, string[]>> {
  const byConcern = new Map<string, ConcernLine[]>();
  for (let from = 1; ; from += pageSize) {
    const page = await log.read(from, pageSize);
    for (const { line } of page) byConcern.set(line.concern, [...(byConcern.get(line.concern) ?? []), line]);
    if (page.length < pageSize) break;
  }
  const held = new Map<string, string[]>();
  for (const [concern, lines] of byConcern) {
    const [first] = lines;
    if (first?.event.kind !== 'reported' || !staysFor(lines, first.schools)) continue;
    const { board } = first.event;
    held.set(board, [...(held.get(board) ?? []), concern]);
  }
  return held;
}

function staysFor(lines: readonly ConcernLine[], schools: readonly string[]): boolean {
  const cases = schools.map((school) => caseOfConcern(lines, school));
  return cases.some(({ status, isHeld }) => status !== 'closed' || isHeld);
}
