import type { QueueItem, Verdict } from '@bridgeboard/protocol';
import { useRef } from 'react';
import type { RefObject } from 'react';

import { useKeysWithin } from '../../lib/use-keys-within.ts';
import type { Queue } from './queue-api.ts';
import { commandOf, isWriting } from './queue-keys.ts';
import { canDecide, useBatch } from './use-batch.ts';
import type { Batch } from './use-batch.ts';
import { useDecide } from './use-decide.ts';
import type { Notice } from './use-decide.ts';
import { useDecided } from './use-decided.ts';
import { pupilOf, useFilters } from './use-filters.ts';
import type { Filters } from './use-filters.ts';
import { useNote } from './use-note.ts';
import type { Note } from './use-note.ts';
import { useSelection } from './use-selection.ts';
import { useUndo } from './use-undo.ts';

/** The queue as one person works through it: what is looked at, the note in hand, and what can be done. */
export type QueueDesk = {
  readonly items: readonly QueueItem[];
  readonly filters: Filters;
  readonly batch: Batch;
  /** What can be decided of what is shown by the pupil whose piece is looked at. */
  readonly bySame: readonly QueueItem[];
  /** All of theirs that is shown. */
  readonly ofSame: readonly QueueItem[];
  readonly approveAllBySame: () => void;
  readonly current: QueueItem | undefined;
  readonly position: number;
  readonly note: Note;
  readonly notice: Notice | undefined;
  readonly canUndo: boolean;
  readonly select: (caseId: string) => void;
  readonly next: () => void;
  readonly decide: (verdict: Verdict) => void;
  readonly undo: () => void;
};

/** The desk of a queue. Keys work inside `region`, and the focus goes back there when what had it has left the list. */
export function useQueueDesk(queue: Queue): {
  readonly desk: QueueDesk;
  readonly region: RefObject<HTMLElement | null>;
} {
  const region = useRef<HTMLElement>(null);
  const desk = useDesk(queue);
  function decide(verdict: Verdict): void {
    desk.decide(verdict);
    // A note that is asked for takes the focus itself.
    if (verdict !== 'return' || desk.note.words.trim() !== '') region.current?.focus({ preventScroll: true });
  }
  useKeysWithin(region, (event) => {
    if (event.target !== null && isWriting(event.target)) return;
    const command = commandOf(event);
    if (command === undefined) return;
    event.preventDefault();
    // The board beside it has keys of its own: the A that approves must not pick up the arrow as well.
    event.stopPropagation();
    if (command.kind === 'decide') decide(command.verdict);
    else if (command.kind === 'next') desk.next();
    else if (command.kind === 'choose') desk.batch.toggle(desk.current?.case ?? '');
    else desk.undo();
  });
  return { desk: { ...desk, decide }, region };
}

function useDesk(queue: Queue): QueueDesk {
  const note = useNote();
  const decided = useDecided();
  // What was sent back waits for the pupil, not for anybody here.
  const waiting = queue.items.filter((item) => item.status !== 'returned' && !decided.has(item));
  const { filters, shown: items } = useFilters(waiting);
  const batch = useBatch(items);
  const { current, position, select, selectNext, hasJustChanged } = useSelection(items);
  const undo = useUndo((cases) => {
    for (const one of cases) decided.remove(one.case);
    select(cases[0]?.case ?? '');
  });
  const { decide: decideCases, notice, tellChanged } = useDecide({ decided, undo, onRefused: select });
  const ofSame = items.filter((item) => current && pupilOf(item) === pupilOf(current));
  const bySame = ofSame.filter(canDecide);
  function decide(verdict: Verdict): void {
    const chosen = batch.items.length > 0 ? batch.items : current ? [current] : [];
    const [first] = chosen;
    if (first === undefined || !canDecide(first)) return;
    if (current !== undefined && chosen.includes(current) && hasJustChanged()) return tellChanged(current);
    const words = note.words.trim();
    if (verdict === 'return' && words === '') return note.want();
    // A child reads a note only with a piece that comes back or is not shown.
    decideCases({ items: chosen, verdict, note: verdict === 'return' || verdict === 'reject' ? words : '' });
    note.putDown();
    batch.clear();
  }
  function goTo(move: () => void): void {
    note.putDown();
    move();
  }
  const { canUndo, undoLast } = undo;
  const moves = { select: (caseId: string) => goTo(() => select(caseId)), next: () => goTo(selectNext) };
  const approveAllBySame = (): void => decideCases({ items: bySame, verdict: 'board', note: '' });
  const shown = { items, filters, batch, bySame, ofSame, current, position };
  return { ...shown, note, notice, decide, approveAllBySame, canUndo, undo: undoLast, ...moves };
}
