import type { BoardState } from '@bridgeboard/domain';
import type { KnownGuest } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

/** Who is asked what people are called: the directory, and of guests the board's own facts. */
interface KnownBy {
  readonly directory: Pick<Directory, 'staff' | 'pupil'>;
  readonly guests: readonly KnownGuest[];
}

/** What is known of those who have been on a board. */
interface PeopleOfBoard {
  readonly names: Map<string, string>;
  /** Whom their school keeps off all boards. */
  readonly suspended: Set<string>;
}

/** What everybody who has been on a board is called, and who of them is kept off all boards. */
export async function peopleOf(state: BoardState, { directory, guests }: KnownBy): Promise<PeopleOfBoard> {
  const names = new Map(guests.map(({ id, name }) => [id, name]));
  const suspended = new Set<string>();
  for (const [person, { role }] of state.members.entries()) {
    if (role === 'guest') continue;
    const found = role === 'staff' ? await directory.staff(person) : await directory.pupil(person);
    if (!found) continue;
    names.set(person, 'nickname' in found ? found.nickname : found.name);
    if ('nickname' in found && found.suspendedAt !== undefined) suspended.add(person);
  }
  return { names, suspended };
}
