import type { BoardState } from '@bridgeboard/domain';
import type { Directory } from '@bridgeboard/storage';

/** What the directory says of those who have been on a board. */
interface PeopleOfBoard {
  readonly names: Map<string, string>;
  /** Whom their school keeps off all boards. */
  readonly suspended: Set<string>;
}

/** What everybody who has been on a board is called, and who of them is kept off all boards. */
export async function peopleOf(
  state: BoardState,
  directory: Pick<Directory, 'staff' | 'pupil'>,
): Promise<PeopleOfBoard> {
  const names = new Map<string, string>();
  const suspended = new Set<string>();
  for (const [person, { role }] of state.members.entries()) {
    const found = role === 'staff' ? await directory.staff(person) : await directory.pupil(person);
    if (!found) continue;
    names.set(person, 'nickname' in found ? found.nickname : found.name);
    if ('nickname' in found && found.suspendedAt !== undefined) suspended.add(person);
  }
  return { names, suspended };
}
