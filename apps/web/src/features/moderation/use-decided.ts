import type { QueueItem } from '@bridgeboard/protocol';
import { useState } from 'react';

/** The cases whose decision is on its way or taken: they have left the list before the server's list says so. */
export type Decided = {
  /** Changed content is not what was decided: it brings a case back. */
  readonly has: (item: QueueItem) => boolean;
  readonly add: (item: QueueItem) => void;
  readonly remove: (caseId: string) => void;
};

export function useDecided(): Decided {
  const [hashes, setHashes] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    has: (item) => hashes.get(item.case) === item.hash,
    add: (item) => setHashes((before) => new Map(before).set(item.case, item.hash)),
    remove: (caseId) => setHashes((before) => new Map([...before].filter(([id]) => id !== caseId))),
  };
}
