import { forgetOld, writeCheckpoint, type BoardState } from '@bridgeboard/domain';
import type { BoardJournal } from '@bridgeboard/storage';

/**
 * While a board is at work a checkpoint is written after so many journal entries, but not more often than this: it holds
 * the whole board.
 */
const atWork = { entries: 500, everyMs: 30_000 } as const;
/** A board that leaves memory with more entries than this after its newest checkpoint gets another: replaying costs more. */
const leftBehind = 100;

interface Deps {
  readonly journal: Pick<BoardJournal, 'putCheckpoint'>;
  /** Of the records, as they are kept with it. */
  readonly schema: unknown;
  readonly now: () => number;
  readonly onError: (what: string, reason: unknown) => void;
}

/** Keeps boards quick to open: writes down whole boards now and then, so that little of their journals has to be replayed. */
export class Checkpoints {
  readonly #deps: Deps;
  /** By board: the entry and the moment of its newest checkpoint. */
  readonly #newest = new Map<string, { seq: number; at: number }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** This board has come into memory: what its next visit has to replay is no more than this one had to. */
  opened({ board, seq }: BoardState): void {
    this.#newest.set(board, { seq, at: -Infinity });
  }

  /** More entries of this board have been kept. */
  after(state: BoardState): void {
    const { seq, at } = this.#newestOf(state);
    if (state.seq - seq >= atWork.entries && this.#deps.now() - at >= atWork.everyMs) void this.#write(state);
  }

  /** This board leaves memory; resolves when it may. */
  async leaving(state: BoardState): Promise<void> {
    if (state.seq - this.#newestOf(state).seq > leftBehind) await this.#write(state);
    this.#newest.delete(state.board);
  }

  #newestOf({ board }: BoardState): { seq: number; at: number } {
    return this.#newest.get(board) ?? { seq: 0, at: -Infinity };
  }

  /** Without one a board opens all the same, from an older one and more of its journal; so whatever goes wrong is only told. */
  async #write(state: BoardState): Promise<void> {
    const { journal, schema, now, onError } = this.#deps;
    const { board, epoch, seq } = state;
    this.#newest.set(board, { seq, at: now() });
    try {
      // Before it is written down, so that memory and checkpoint hold the same.
      forgetOld(state, now());
      const chunks = writeCheckpoint(state, now());
      await journal.putCheckpoint({ board, epoch, seq, chunks: chunks.length, schema }, chunks);
    } catch (reason) {
      onError('checkpoint', reason);
    }
  }
}
