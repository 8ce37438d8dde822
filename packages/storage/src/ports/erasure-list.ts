import type { Erasure } from '@bridgeboard/protocol';

/** Whose work is to be gone, or is gone already: by id, for ever, so that no old backup brings it back (ER4). */
export interface ErasureList {
  /** Keeps or replaces by id. */
  put(erasure: Erasure): Promise<void>;
  /** All of them, in order of id. */
  all(): Promise<Erasure[]>;
}
