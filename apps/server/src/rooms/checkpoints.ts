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
  readonly now: () => number;
  readonly onError: (what: string, reason: unknown) => void;
}

interface Newest {
  readonly seq: number;
  readonly at: number;
  readonly schema: unknown;
}

/** Keeps boards quick to open: writes down whole boards now and then, so that little of their journals has to be replayed. */
export class Checkpoints {
  readonly #deps: Deps;
  /** By board: the entry and the moment of its newest checkpoint, and the schema that its records are kept in. */
  readonly #newest = new Map<string, Newest>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** This board has come into memory: what its next visit has to replay is no more than this one had to. */
  opened({ board, seq }: BoardState, schema: unknown): void {
    this.#newest.set(board, { seq, at: -Infinity, schema });
  }

  /** More entries of this board have been kept. */
  after(state: BoardState): void {
    const newest = this.#newest.get(state.board);
    if (!newest || state.seq - newest.seq < atWork.entries) return;
    if (this.#deps.now() - newest.at >= atWork.everyMs) void this.#write(state, newest);
  }

  /** This board is about to leave memory; resolves when it may. */
  async leaving(state: BoardState): Promise<void> {
    const newest = this.#newest.get(state.board);
    if (newest && state.seq - newest.seq > leftBehind) await this.#write(state, newest);
  }

  /** This board has left memory. */
  closed(board: string): void {
    this.#newest.delete(board);
  }

  /** Without one a board opens all the same, from an older one and more of its journal; so whatever goes wrong is only told. */
  async #write(state: BoardState, { schema }: Newest): Promise<void> {
    const { journal, now, onError } = this.#deps;
    const { board, epoch, seq } = state;
    const at = now();
    this.#newest.set(board, { seq, at, schema });
    try {
      // Before it is written down, so that memory and checkpoint hold the same.
      forgetOld(state, at);
      const chunks = writeCheckpoint(state, at);
      await journal.putCheckpoint({ board, epoch, seq, chunks: chunks.length, schema }, chunks);
    } catch (reason) {
      onError('checkpoint', reason);
    }
  }
}
