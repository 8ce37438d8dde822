import { caseOfConcern } from '@bridgeboard/domain';
import type { ConcernLine } from '@bridgeboard/protocol';
import type { ConcernLog } from '@bridgeboard/storage';

const pageSize = 200;

/** Boards that any school's report is about which it has not closed, or which any lead holds: nothing of them is deleted (SG-24). */
export async function heldBoards(log: Pick<ConcernLog, 'read'>): Promise<Set<string>> {
  const byConcern = new Map<string, ConcernLine[]>();
  for (let from = 1; ; from += pageSize) {
    const page = await log.read(from, pageSize);
    for (const { line } of page) byConcern.set(line.concern, [...(byConcern.get(line.concern) ?? []), line]);
    if (page.length < pageSize) break;
  }
  const held = new Set<string>();
  for (const lines of byConcern.values()) {
    const [first] = lines;
    if (first?.event.kind === 'reported' && staysFor(lines, first.schools)) held.add(first.event.board);
  }
  return held;
}

function staysFor(lines: readonly ConcernLine[], schools: readonly string[]): boolean {
  const cases = schools.map((school) => caseOfConcern(lines, school));
  return cases.some(({ status, isHeld }) => status !== 'closed' || isHeld);
}
