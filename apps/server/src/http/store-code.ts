import type { ErrorCode } from '@bridgeboard/protocol';
import { JournalConflict, StorageUnavailable } from '@bridgeboard/storage';

/** The code for what a store could not do, or null where the reason is none of a store's. Nothing was kept then. */
export function storeCodeOf(reason: unknown): ErrorCode | null {
  if (reason instanceof StorageUnavailable) return reason.code;
  // The board has another owner now: whoever comes back is with it.
  return reason instanceof JournalConflict ? 'SERVER_RESTARTING' : null;
}
