import type { Storage } from '@bridgeboard/storage';

import type { AuditKeeper } from '../audit-keeper.ts';

/** What erasing a whole board needs. */
export interface BoardEraserParts {
  readonly storage: Pick<Storage, 'catalogue' | 'journal' | 'publications' | 'queue'>;
  readonly keeper: Pick<AuditKeeper, 'keep'>;
  /** Brings into the audit log what the board's journal still has for it. */
  readonly toldInFull: (board: string) => Promise<void>;
  /** Lets go of a board that is in memory; resolves when nothing more is written about it. */
  readonly letGo: (board: string) => Promise<void>;
  /** Takes all pictures of a board away, and their bytes. */
  readonly forgetPicturesOf: (board: string) => Promise<void>;
}

/**
 * Takes a board away for good, with everything that was ever on it (KE3). Its facts go first: then nobody can open it, and an erasure that was
 * cut off goes on by its id. Reports about it stay as they are.
 */
export async function eraseBoard(parts: BoardEraserParts, id: string): Promise<void> {
  const { catalogue, journal, publications, queue } = parts.storage;
  const board = await catalogue.board(id);
  if (board !== null) {
    await parts.toldInFull(id);
    await parts.keeper.keep({ act: 'board.delete', by: null, board: id, schools: board.schools });
    await catalogue.remove(id);
  }
  await parts.letGo(id);
  await publications.removeOf(id);
  await queue.remove(id);
  await parts.forgetPicturesOf(id);
  await journal.remove(id);
}
