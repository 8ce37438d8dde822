import {
  createBoardState,
  ShowingTeller,
  TimelineTeller,
  WholeActs,
  type AboutShowings,
  type Actor,
  type BoardState,
  type Past,
  type Showing,
  type Span,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardJournal } from '@bridgeboard/storage';

import { pastOf } from './board-history.ts';

/** So many entries are gone through at a time: a lesson that runs meanwhile is not kept waiting. */
const pageSize = 200;

/** Who looks back on a board, as it stands now, and to which moment; to its end where none is named. */
interface Look {
  readonly state: BoardState;
  readonly schools: readonly string[];
  readonly actor: Actor;
  readonly moment?: number;
}

/** What a board's journal says of its past. */
export interface BoardPast {
  /** What has to be known to take back what was done in a stretch of time. */
  since(state: BoardState, span: Span): Promise<Past>;
  /** The whole way to now, and the board as it stood at the moment. */
  lookBack(look: Look): Promise<{ teller: TimelineTeller; stood: BoardState }>;
  /** To which schools records of this school have been shown. */
  showings(of: Pick<Look, 'state' | 'schools'> & AboutShowings): Promise<Showing[]>;
}

/** Reads the past from this journal, each time anew: nobody looks back often, and erased content must not live on in memory. */
export function pastIn(journal: BoardJournal): BoardPast {
  return {
    since: (state, span) => pastOf(journal, state, span),
    lookBack: async ({ state, schools, actor, moment = Infinity }) => {
      const teller = new TimelineTeller(emptyBoard(state, schools), actor);
      let stood: BoardState | null = null;
      for await (const act of actsOf(journal, state)) {
        if (act.facts.at > moment) stood ??= teller.pause();
        teller.take(act);
      }
      return { teller, stood: stood ?? teller.pause() };
    },
    showings: async ({ state, schools, ...about }) => {
      const teller = new ShowingTeller(emptyBoard(state, schools), about);
      for await (const act of actsOf(journal, state)) teller.take(act);
      return teller.showings();
    },
  };
}

function emptyBoard({ board }: BoardState, schools: readonly string[]): BoardState {
  return createBoardState({ board, schools, epoch: '' });
}

/** Every whole act of a board, from the first to where it stands now. */
export async function* actsOf(
  journal: Pick<BoardJournal, 'read'>,
  { board, seq: last }: Pick<BoardState, 'board' | 'seq'>,
): AsyncGenerator<JournalEntry> {
  const acts = new WholeActs();
  for (let seq = 1; seq <= last; seq += pageSize) {
    yield* acts.take(await journal.read(board, seq, Math.min(pageSize, last - seq + 1)));
  }
}
