import type { QueueItem } from '@bridgeboard/protocol';

export type Stretch = { readonly text: string; readonly at: number; readonly isFound: boolean };

/** The words of a case as stretches, in order: what was found, and what stands between. Finds stand in order and apart. */
export function splitAtFinds({ words, found }: Pick<QueueItem, 'words' | 'found'>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to } of found) {
    if (to <= at) continue;
    stretches.push({ text: words.slice(at, from), at, isFound: false });
    stretches.push({ text: words.slice(from, to), at: from, isFound: true });
    at = to;
  }
  stretches.push({ text: words.slice(at), at, isFound: false });
  return stretches.filter(({ text }) => text !== '');
}
