import type { BoardState } from '@bridgeboard/domain';
import type { JournalEntry, QueueLine } from '@bridgeboard/protocol';
import type { BoardCatalogue } from '@bridgeboard/storage';

import { queueLinesOf } from './queue-lines.ts';

/** While people draw, lists follow this often: each stroke would otherwise cost a second wait for the disk. */
const everyMs = 500;

interface Deps {
  readonly catalogue: Pick<BoardCatalogue, 'update'>;
  /** Brings the cross-board queue up to date (D18). */
  readonly onQueue: (board: string, seq: number, lines: QueueLine[]) => void;
  readonly onError: (what: string, reason: unknown) => void;
  readonly isPaced: boolean;
}

interface Owed {
  state: BoardState;
  readonly cases: Set<string>;
  changedAt: number | null;
}

/**
 * What lists and the queue are told of boards: at once of what somebody decided, a moment later of what somebody drew. Both
 * are made from journals and follow them; a crash in between loses nothing.
 */
export class ListsFeed {
  readonly #deps: Deps;
  readonly #owed = new Map<string, Owed>();
  #settledAt = -Infinity;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** These entries of a board are kept, and this is the board after them. */
  after(state: BoardState, entries: readonly JournalEntry[]): void {
    const owed = this.#owed.get(state.board) ?? { state, cases: new Set(), changedAt: null };
    owed.state = state;
    for (const { effects } of entries) for (const effect of effects) owed.cases.add(effect.case);
    // Lists say when released work changed last; the moment of held work is nobody else's business.
    owed.changedAt = entries.findLast(({ facts }) => facts.changes.some(changesBase))?.facts.at ?? owed.changedAt;
    this.#owed.set(state.board, owed);
    if (!this.#deps.isPaced || entries.some(({ facts }) => facts.kind !== 'edit')) this.#settle(state.board);
  }

  /** Called often; passes on what is due. */
  tick(now: number): void {
    if (now - this.#settledAt < everyMs) return;
    this.#settledAt = now;
    this.settleAll();
  }

  settleAll(): void {
    for (const board of this.#owed.keys()) this.#settle(board);
  }

  #settle(board: string): void {
    const owed = this.#owed.get(board);
    if (!owed) return;
    this.#owed.delete(board);
    const { state, cases, changedAt } = owed;
    if (cases.size > 0) this.#deps.onQueue(board, state.seq, queueLinesOf(state, cases));
    if (changedAt === null) return;
    const noted = this.#deps.catalogue.update(board, { changedAt });
    noted.catch((reason: unknown) => this.#deps.onError('board list', reason));
  }
}

function changesBase(change: JournalEntry['facts']['changes'][number]): boolean {
  if (change.kind === 'create') return change.reach === 'board';
  if (change.kind === 'grow') return change.layer === undefined;
  return change.kind === 'set-base' || (change.kind === 'release' && change.to === 'board');
}
