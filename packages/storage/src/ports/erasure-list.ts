import type { Erasure } from '@bridgeboard/protocol';

/** Whose work, and which boards, are to be gone, or are gone already: by id, for ever, so that no old backup brings it back (ER4). */
export interface ErasureList {
  /** Keeps or replaces by id. */
  put(erasure: Erasure): Promise<void>;
  /** All of them, in order of id. */
  all(): Promise<Erasure[]>;
}
