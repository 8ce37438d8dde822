import { archiveStep } from '@bridgeboard/domain';
import type { Board, BoardArchive } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { allBoards } from '../all-boards.ts';
import type { AuditKeeper } from '../audit-keeper.ts';
import type { CharterOf } from '../charter-of.ts';
import { heldBoards } from './held-boards.ts';

interface Parts {
  readonly storage: Pick<Storage, 'catalogue' | 'concerns' | 'directory' | 'erasures' | 'publications'>;
  readonly charterOf: CharterOf;
  readonly keeper: Pick<AuditKeeper, 'keep'>;
  /** Whether anybody has the board open. */
  readonly isInUse: (board: string) => boolean;
  /** Sends everybody away who has the board open, once nobody may come in any more. */
  readonly reopen: (board: string) => Promise<void>;
  readonly now: () => number;
  readonly onError: (what: string, reason: unknown) => void;
}

/** No month is shorter. */
const shortestMs = 28 * 86_400_000;

type Step = BoardArchive | 'delete';

/**
 * Lets boards go that nobody has worked on for as long as their schools keep things (KE1, KE3). What is done next follows from what is
 * kept of a board alone: cut off anywhere, and run as often as one likes, it does nothing twice.
 */
export class BoardRetention {
  readonly #parts: Parts;
  #running: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes the steps that are due. What fails is tried again the next time. */
  carryOut(): Promise<void> {
    this.#running ??= this.#carryOut().finally(() => (this.#running = null));
    return this.#running;
  }

  async #carryOut(): Promise<void> {
    const { storage, onError } = this.#parts;
    const held = await heldBoards(storage.concerns);
    for (const board of await allBoards(storage)) {
      if (this.#isFresh(board)) continue;
      const { id } = board;
      try {
        await this.#look(id, held.get(id) ?? []);
      } catch (reason) {
        onError('retention of a board', reason);
      }
    }
  }

  /** Work changed in the last four weeks outlives the shortest time that a school can choose: of most boards nothing more is asked. */
  #isFresh({ archived, changedAt }: Board): boolean {
    return !archived && this.#parts.now() < changedAt + shortestMs;
  }

  async #look(id: string, concerns: readonly string[]): Promise<void> {
    const { storage, charterOf, isInUse, now } = this.#parts;
    const board = await storage.catalogue.board(id);
    // A board that is still to be parted first becomes what each school keeps of it.
    if (board === null || isInUse(id) || board.left?.some(({ done }) => !done)) return;
    const { keepMonths } = await charterOf(board);
    const step = archiveStep(board, { keepMonths, isHeld: concerns.length > 0, now: now() });
    if (step !== null) await this.#take(board, { step, concerns });
  }

  async #take(board: Board, { step, concerns }: { step: Step; concerns: readonly string[] }): Promise<void> {
    const { storage, reopen, now } = this.#parts;
    if (step === 'delete') {
      // From here on it is an erasure like another, also on a restored backup from before (ER4).
      await storage.erasures.put({ id: board.id, kind: 'board', askedAt: now(), doneAt: null });
      return;
    }
    if (!board.archived) await this.#tell(board, 'board.archive');
    if (step.heldAt !== null) for (const id of concerns) await this.#tell(board, 'board.keep', id);
    await storage.catalogue.update(board.id, { archived: step });
    if (!board.archived) await reopen(board.id);
    // For everybody but whoever looks after the report it is gone, families too.
    if (step.heldAt !== null) await storage.publications.removeOf(board.id);
  }

  /** That a report keeps a board is told to whoever looks after the report (AU7). The last week alone has no line. */
  async #tell({ id, schools }: Board, act: 'board.archive' | 'board.keep', concern?: string): Promise<void> {
    const subjects = concern === undefined ? [] : [{ kind: 'concern' as const, id: concern }];
    await this.#parts.keeper.keep({ act, by: null, board: id, schools, subjects });
  }
}
