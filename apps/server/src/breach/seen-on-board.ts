import { setImmediate as nextTurn } from 'node:timers/promises';

import { createBoardState, SightTeller, type BoardState, type Eyes, type Sight } from '@bridgeboard/domain';
import type { Board } from '@bridgeboard/protocol';
import type { BoardJournal } from '@bridgeboard/storage';

import { actsOf } from '../rooms/board-past.ts';

/** A board that was open to somebody, and from when until when within the time that is asked about. */
export interface OpenBoard {
  readonly board: Board;
  readonly eyes: Eyes;
  readonly from: number;
  readonly until: number;
}

/** What of a board could be seen. */
export interface SeenOnBoard {
  readonly open: OpenBoard;
  readonly sights: readonly Sight[];
  /** Pupils who had come to the board by then, by school. */
  readonly pupils: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of the own school: its people are named to one another. */
  readonly named: ReadonlySet<string>;
  /** Whose work had been decided on, or waited. */
  readonly judged: ReadonlySet<string>;
  /** Whose a record or a case of this board was; undefined where nobody knows any more. */
  readonly whose: (id: string) => string | undefined;
}

/** After so many acts others get their turn: a lesson that runs meanwhile is not kept waiting. */
const actsPerTurn = 200;

/** BRE2: goes along the journal of a board to the end of the time that is asked about. Nothing of it opens a room. */
export async function lookAlong(
  journal: Pick<BoardJournal, 'read' | 'lastSeq'>,
  open: OpenBoard,
): Promise<SeenOnBoard> {
  const { board, eyes, from, until } = open;
  // Those of its founding: who has left it since left it by an act.
  const schools = [...new Set([...board.schools, ...(board.left ?? []).map(({ school }) => school)])];
  const state = createBoardState({ board: board.id, schools, epoch: '' });
  const teller = new SightTeller(state, eyes);
  let acts = 0;
  for await (const act of actsOf(journal, { board: board.id, seq: await journal.lastSeq(board.id) })) {
    if (act.facts.at > until) break;
    teller.take(act);
    acts += 1;
    if (acts % actsPerTurn === 0) await nextTurn();
  }
  const isWithin = (sight: Sight): boolean => sight.from <= until && (sight.until ?? Infinity) >= from;
  const pupils = pupilsOf(state);
  return {
    open,
    sights: teller.sights().filter(isWithin),
    pupils,
    named: pupils.get(eyes.own) ?? new Set(),
    judged: new Set([...state.cases.entries()].map(([, { author }]) => author)),
    whose: (id) => state.cases.get(id)?.author ?? (state.slots.get(id) ?? state.bin.get(id)?.slot)?.author,
  };
}

function pupilsOf(state: BoardState): Map<string, Set<string>> {
  const pupils = new Map<string, Set<string>>();
  for (const [person, { school, role }] of state.members.entries()) {
    if (role === 'pupil') pupils.set(school, (pupils.get(school) ?? new Set()).add(person));
  }
  return pupils;
}
