import type { BoardState } from '@bridgeboard/domain';
import type { Board } from '@bridgeboard/protocol';
import type { BoardCatalogue, BoardJournal } from '@bridgeboard/storage';

import { loadBoard } from './load-board.ts';

/** So many boards are remembered: their ids are few, but there may be many boards with publications. */
const mostRemembered = 100;

interface Deps {
  readonly journal: BoardJournal;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  /** The board as it is in memory, if it is. */
  readonly live: (board: string) => BoardState | null;
}

/**
 * What is put away on boards that nobody need have open (P22): publications ask for it at each reading, and must not bring a room
 * into memory for it. A board whose journal has nothing new is not read again.
 */
export class PutAwayRecords {
  readonly #deps: Deps;
  readonly #known = new Map<string, { readonly seq: number; readonly ids: ReadonlySet<string> }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async of(id: string): Promise<ReadonlySet<string>> {
    const live = this.#deps.live(id);
    if (live) return putAwayIn(live);
    const { journal, catalogue } = this.#deps;
    const [seq, board] = await Promise.all([journal.lastSeq(id), catalogue.board(id)]);
    const known = this.#known.get(id);
    if (known?.seq === seq) return known.ids;
    const ids = board ? putAwayIn(await this.#load(board)) : new Set<string>();
    this.#known.delete(id);
    this.#known.set(id, { seq, ids });
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostRemembered && oldest !== undefined) this.#known.delete(oldest);
    return ids;
  }

  #load({ id, schools }: Board): Promise<BoardState> {
    return loadBoard(this.#deps.journal, { board: id, schools });
  }
}

/** What has been deleted since is put away all the same: it would come back as it was. */
function putAwayIn(state: BoardState): Set<string> {
  const ids = new Set<string>();
  for (const [id, { hidden }] of state.slots.entries()) if (hidden) ids.add(id);
  for (const [id, { slot }] of state.bin.entries()) if (slot.hidden) ids.add(id);
  return ids;
}
