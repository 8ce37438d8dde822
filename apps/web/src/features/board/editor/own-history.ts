import type { Editor } from 'tldraw';

import { isEmptyStep, rebaseStep } from './rebase-history.ts';
import type { HistoryDiff, OthersChange } from './rebase-history.ts';

type Entry = { readonly type: 'stop'; readonly id: string } | { readonly type: 'diff'; readonly diff: HistoryDiff };

/** A persistent list whose last tail is the empty one. */
interface Stack {
  readonly length: number;
  readonly head: Entry | null;
  readonly tail: Stack;
  push(entry: Entry): Stack;
}

/** What we use of the inside of tldraw 3.15.6's undo manager, which has no way to leave others' later work alone. */
interface HistoryInside {
  readonly pendingDiff: { clear(): HistoryDiff; apply(diff: HistoryDiff): void };
  readonly stacks: { get(): Stacks; set(stacks: Stacks): void };
}
interface Stacks {
  readonly undos: Stack;
  readonly redos: Stack;
}

/** Takes what others did out of the steps that this person can undo and redo (P24). */
export function rebaseOwnHistory(editor: Editor, changes: readonly OthersChange[]): void {
  const { pendingDiff, stacks } = (editor as unknown as { history: HistoryInside }).history;
  const unfinished = pendingDiff.clear();
  rebaseStep(unfinished, changes);
  if (!isEmptyStep(unfinished)) pendingDiff.apply(unfinished);
  const { undos, redos } = stacks.get();
  if (undos.length + redos.length > 0) stacks.set({ undos: rebased(undos, changes), redos: rebased(redos, changes) });
}

function rebased(stack: Stack, changes: readonly OthersChange[]): Stack {
  const kept: Entry[] = [];
  let rest = stack;
  while (rest.length > 0 && rest.head) {
    const entry = rest.head;
    if (entry.type === 'diff') rebaseStep(entry.diff, changes);
    if (entry.type === 'stop' || !isEmptyStep(entry.diff)) kept.push(entry);
    rest = rest.tail;
  }
  // What is left is the empty stack; the entries go back on it from the oldest.
  return kept.reduceRight((grown, entry) => grown.push(entry), rest);
}
