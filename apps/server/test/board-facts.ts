import { projectView } from '@bridgeboard/domain';
import type { Storage } from '@bridgeboard/storage';

import { allBoards } from '../src/all-boards.ts';
import { loadBoard } from '../src/rooms/load-board.ts';

/** What must come out of a store's boards, whichever version reads it. */
export interface BoardFacts {
  readonly board: string;
  readonly seq: number;
  readonly chain: string;
  /** By viewer: the records that viewer sees, by id. */
  readonly views: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Loads every board of a store and says what each viewer sees of it. */
export async function boardFacts(storage: Storage): Promise<BoardFacts[]> {
  const facts: BoardFacts[] = [];
  const boards = (await allBoards(storage)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  for (const { id: board, schools } of boards) {
    const state = await loadBoard(storage.journal, { board, schools });
    const viewers = schools.flatMap((school) => [
      { kind: 'staff' as const, school },
      { kind: 'pupils' as const, school },
    ]);
    const views = Object.fromEntries(
      viewers.map((viewer) => [`${viewer.kind} ${viewer.school}`, Object.fromEntries(projectView(state, viewer))]),
    );
    facts.push({ board, seq: state.seq, chain: state.chain, views });
  }
  return facts;
}
