import type { Editor } from 'tldraw';

import { hasWork, rebaseStep } from './rebase-history.ts';
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
  readonly pendingDiff: { isEmpty(): boolean; clear(): HistoryDiff; apply(diff: HistoryDiff): void };
  readonly stacks: { get(): Stacks; set(stacks: Stacks): void };
}
interface Stacks {
  readonly undos: Stack;
  readonly redos: Stack;
}

/** Whether there is anything that this person could undo or redo. */
export function hasOwnHistory(editor: Editor): boolean {
  const { pendingDiff, stacks } = insideOf(editor);
  const { undos, redos } = stacks.get();
  return undos.length + redos.length > 0 || !pendingDiff.isEmpty();
}

/** Takes what others did out of the steps that this person can undo and redo (P24). */
export function rebaseOwnHistory(editor: Editor, changes: readonly OthersChange[]): void {
  const { pendingDiff, stacks } = insideOf(editor);
  const unfinished = pendingDiff.clear();
  const isGone = !isLeft(unfinished, changes);
  if (!isGone) pendingDiff.apply(unfinished);
  const { undos, redos } = stacks.get();
  if (undos.length + redos.length === 0) return;
  const next = { undos: rebased(undos, changes), redos: rebased(redos, changes) };
  // Marks without steps would be a button that does nothing; those of what the hand is doing now are still needed.
  const isAtRest = !editor.inputs.isPointing && editor.getEditingShapeId() === null;
  stacks.set(isAtRest ? { ...next, undos: withoutIdleMarks(next.undos, { isGone }) } : next);
}

/** The stack without marks that no step belongs to any more: of the step that is gone, or all where nothing else is left. */
function withoutIdleMarks(stack: Stack, { isGone }: { isGone: boolean }): Stack {
  let rest = stack;
  while (rest.length > 0 && rest.head?.type === 'stop') rest = rest.tail;
  return isGone || rest.length === 0 ? rest : stack;
}

function insideOf(editor: Editor): HistoryInside {
  return (editor as unknown as { history: HistoryInside }).history;
}

/** Takes others' changes out of a step; false where that was all there was to it. */
function isLeft(step: HistoryDiff, changes: readonly OthersChange[]): boolean {
  const hadWork = hasWork(step);
  rebaseStep(step, changes);
  return !hadWork || hasWork(step);
}

function rebased(stack: Stack, changes: readonly OthersChange[]): Stack {
  const kept: Entry[] = [];
  let rest = stack;
  while (rest.length > 0 && rest.head) {
    const entry = rest.head;
    if (entry.type === 'stop' || isLeft(entry.diff, changes)) kept.push(entry);
    rest = rest.tail;
  }
  // What is left is the empty stack; the entries go back on it from the oldest.
  return kept.reduceRight((grown, entry) => grown.push(entry), rest);
}
