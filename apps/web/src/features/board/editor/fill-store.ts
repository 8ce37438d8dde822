import type { BoardRecord } from '@bridgeboard/protocol';
import type { TLRecord, TLStore } from 'tldraw';

import { inPuttingOrder } from './record-order.ts';
import type { RemoteGuard } from './remote-guard.ts';

/**
 * Puts a board into an empty store before an editor looks at it: an editor on a store without pages makes one of its own.
 * Records that tldraw cannot read are left out, one by one.
 */
export function fillStore(store: TLStore, records: Iterable<BoardRecord>, guard: RemoteGuard): void {
  guard.during(() =>
    store.mergeRemoteChanges(() => {
      for (const record of inPuttingOrder([...records])) {
        try {
          store.put([record as unknown as TLRecord]);
        } catch {
          // The binding finds it missing when it starts, and tells.
        }
      }
    }),
  );
}
