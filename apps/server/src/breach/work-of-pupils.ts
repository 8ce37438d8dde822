import type { BreachWork, PupilData } from '@bridgeboard/protocol';

import type { SeenOnBoard } from './seen-on-board.ts';

/** Whose work could be seen: of the own school on which boards, of every other school by whom. */
export interface SeenWork {
  readonly own: ReadonlyMap<string, readonly BreachWork[]>;
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a guest looks at is a drawing: what was said about the work is not on it. */
const drawn: ReadonlySet<PupilData> = new Set(['work', 'pictures']);

/** BRE2: what was seen, by whose it is. Only pupils count, and of other schools only those whose work was let out as far. */
export function workOfPupils(boards: readonly SeenOnBoard[], school: string, isGuest: boolean): SeenWork {
  const own = new Map<string, BreachWork[]>();
  const others = new Map<string, Set<string>>();
  for (const { open, sights, pupils } of boards) {
    const shown = sights.filter(({ data, school: of, author }) => {
      return (!isGuest || drawn.has(data)) && pupils.get(of)?.has(author) === true;
    });
    for (const [author, theirs] of Map.groupBy(shown, (sight) => sight.author)) {
      const [first] = theirs;
      if (first === undefined) continue;
      if (first.school !== school) {
        others.set(first.school, (others.get(first.school) ?? new Set()).add(author));
        continue;
      }
      const work: BreachWork = {
        board: open.board.id,
        kinds: [...new Set(theirs.map(({ data }) => data))].toSorted(),
        pieces: new Set(theirs.map(({ record }) => record)).size,
        since: Math.min(...theirs.map(({ from }) => from)),
      };
      own.set(author, [...(own.get(author) ?? []), work]);
    }
  }
  return { own, others };
}
