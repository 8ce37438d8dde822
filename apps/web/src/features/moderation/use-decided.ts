import { useState } from 'react';

type Named = { readonly case: string; readonly hash: string };

/** The cases whose decision is on its way or taken: they have left the list before the server's list says so. */
export type Decided = {
  /** Changed content is not what was decided: it brings a case back. */
  readonly has: (item: Named) => boolean;
  readonly add: (item: Named) => void;
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
