/** Thrown by `append` when the entries do not follow the last one kept: somebody else owns the board now. */
export class JournalConflict extends Error {
  override readonly name = 'JournalConflict';
}

/** Thrown when something new is kept under an id that is taken. */
export class IdTaken extends Error {
  override readonly name = 'IdTaken';
}

/**
 * Thrown by any port when the store cannot be reached or cannot write now; what was asked may or may not have happened,
 * unless `keptNothing` says that it has not. The cause names the fault, never what was to be kept: causes are logged.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly code: 'DB_DOWN' | 'STORAGE_FULL';
  readonly keptNothing: boolean;
  constructor(code: 'DB_DOWN' | 'STORAGE_FULL', cause: unknown, { keptNothing = false } = {}) {
    super(code, { cause });
    this.code = code;
    this.keptNothing = keptNothing;
  }
}

/** Thrown when what was read back is not what was kept. Names the place, never the content. */
export class StorageDamaged extends Error {
  override readonly name = 'StorageDamaged';
}

/** Thrown by the openers. The message is one plain sentence for whoever starts the server. */
export class CannotOpenStorage extends Error {
  override readonly name = 'CannotOpenStorage';
}
