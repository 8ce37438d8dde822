import { trustKindsOf, type BoardState } from '@bridgeboard/domain';
import type { QueueLine } from '@bridgeboard/protocol';

/** The lines of the cross-board queue for these cases, as of the board's last entry. */
export function queueLinesOf(state: BoardState, cases: ReadonlySet<string>): QueueLine[] {
  return [...cases].flatMap((id): QueueLine[] => {
    const found = state.cases.get(id);
    if (!found) return [];
    const { school, author, openedAt, changedAt } = found;
    const decidedAt = found.decision?.at ?? 0;
    return [
      {
        case: id,
        board: state.board,
        school,
        author,
        status: found.state,
        openedAt,
        changedAt: Math.max(changedAt, decidedAt),
        kinds: trustKindsOf(state, found),
        found: [...(found.found ?? [])],
      },
    ];
  });
}
