import { useRef, useState } from 'react';
import type { RefObject } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { pressedLetter } from '../../../lib/pressed-letter.ts';
import { useKeysWithin } from '../../../lib/use-keys-within.ts';
import { showToast } from '../../../ui/show-toast.tsx';
import { isWriting } from '../queue-keys.ts';
import { useDecided } from '../use-decided.ts';
import { useSelection } from '../use-selection.ts';
import { usePostLook } from './look-api.ts';
import type { LookAct, LookItem, LookList } from './look-api.ts';

/** What other schools let out, as one person works through it. */
export type LookDesk = {
  readonly list: LookList;
  readonly items: readonly LookItem[];
  readonly current: LookItem | undefined;
  readonly position: number;
  /** All that is listed by the pupil whose piece is looked at. */
  readonly bySame: readonly LookItem[];
  /** Why something was not done, about the piece that is looked at. */
  readonly notice: string;
  readonly canUndo: boolean;
  readonly select: (piece: string) => void;
  readonly next: () => void;
  /** Shows to the own pupils what waits; takes back what they see. */
  readonly act: (items?: readonly LookItem[]) => void;
  readonly undo: () => void;
};

type LookDeskParts = { readonly boardId: string; readonly list: LookList; readonly all: readonly LookItem[] };

/** The desk of what other schools let out. Keys work inside `region`: A, J and Z as in the queue. */
export function useLookDesk(parts: LookDeskParts): {
  readonly desk: LookDesk;
  readonly region: RefObject<HTMLElement | null>;
} {
  const region = useRef<HTMLElement>(null);
  const desk = useDesk(parts);
  const act = (items?: readonly LookItem[]): void => {
    desk.act(items);
    region.current?.focus({ preventScroll: true });
  };
  useKeysWithin(region, (event) => {
    if (event.target !== null && isWriting(event.target)) return;
    const letter = pressedLetter(event);
    if (letter === (parts.list === 'waiting' ? 'a' : 't')) act();
    else if (letter === 'j') desk.next();
    else if (letter === 'z') desk.undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { desk: { ...desk, act }, region };
}

function useDesk({ boardId, list, all }: LookDeskParts): LookDesk {
  const t = useT();
  const decided = useDecided();
  const items = all.filter((item) => !decided.has(item));
  const { current, position, select, selectNext, hasJustChanged } = useSelection(items);
  const { history, notice, setNotice, run } = useActs({ boardId, decided, select });
  const bySame = items.filter(({ author }) => author.key === current?.author.key);
  function act(chosen: readonly LookItem[] = current ? [current] : []): void {
    if (chosen.length === 0) return;
    if (current !== undefined && chosen.includes(current) && hasJustChanged()) {
      setNotice({ piece: current.case, text: t('error.CHANGED_SINCE_REVIEW') });
    } else run({ items: chosen, isShown: list === 'waiting' });
  }
  const last = history.at(-1);
  return {
    list,
    items,
    current,
    position,
    bySame,
    notice: notice !== null && notice.piece === current?.case ? notice.text : '',
    canUndo: last !== undefined,
    select,
    next: selectNext,
    act,
    undo: () => last !== undefined && run({ ...last, isShown: !last.isShown }, true),
  };
}

type Notice = { readonly piece: string; readonly text: string } | null;

/** What is done leaves the list at once, and comes back where the server refuses. The latest act of this visit can be taken back. */
function useActs(parts: {
  readonly boardId: string;
  readonly decided: ReturnType<typeof useDecided>;
  readonly select: (piece: string) => void;
}) {
  const { boardId, decided, select } = parts;
  const t = useT();
  const post = usePostLook(boardId);
  const [notice, setNotice] = useState<Notice>(null);
  const [history, setHistory] = useState<readonly LookAct[]>([]);
  function run(one: LookAct, isUndo = false): void {
    const [first] = one.items;
    if (first === undefined) return;
    setNotice(null);
    for (const item of one.items)
      if (isUndo) decided.remove(item.case);
      else decided.add(item);
    if (isUndo) setHistory((before) => before.slice(0, -1));
    const done = (): void => {
      if (isUndo) select(first.case);
      else setHistory((before) => [...before, one]);
      const text = t(one.isShown ? 'look.shown' : 'look.takenBack', { count: one.items.length });
      const back = { onUndo: () => run({ ...one, isShown: !one.isShown }, true) };
      showToast({ text, ...(isUndo ? {} : back) }, first.case);
    };
    const failed = (reason: unknown): void => {
      for (const item of one.items) decided.remove(item.case);
      setNotice({ piece: first.case, text: describeFailure(reason, t) });
      select(first.case);
    };
    void post.mutateAsync(one).then(done, failed);
  }
  return { history, notice, setNotice, run };
}
