import type { BoardRecord } from '@bridgeboard/protocol';
import type { TLRecord, TLStore } from 'tldraw';

import type { RemoteGuard } from './remote-guard.ts';

/**
 * Puts a board's pages into an empty store before an editor looks at it: an editor on a store without pages makes one of its
 * own. What is on them comes when the editor is there to say whether it can be shown.
 */
export function putPages(store: TLStore, records: Iterable<BoardRecord>, guard: RemoteGuard): void {
  const pages = [...records].filter(({ typeName }) => typeName === 'document' || typeName === 'page');
  guard.during(() =>
    store.mergeRemoteChanges(() => {
      for (const record of pages) {
        try {
          store.put([record as unknown as TLRecord]);
        } catch {
          // The binding finds it missing when it starts, and tells.
        }
      }
    }),
  );
}
