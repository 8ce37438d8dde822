import type { QueueItem } from '@bridgeboard/protocol';
import { useState } from 'react';

export type MarkedOnes = {
  readonly count: number;
  /** Whether only they are shown; never where none is left. */
  readonly areAlone: boolean;
  readonly toggle: () => void;
};

/** What of the queue is shown: all of it, or what the text check has marked. */
export function useMarkedOnes(items: readonly QueueItem[]): {
  readonly marked: MarkedOnes;
  readonly shown: readonly QueueItem[];
} {
  const [isWanted, setWanted] = useState(false);
  const found = items.filter((item) => item.found.length > 0);
  const areAlone = isWanted && found.length > 0;
  const marked = { count: found.length, areAlone, toggle: () => setWanted(!areAlone) };
  return { marked, shown: areAlone ? found : items };
}
