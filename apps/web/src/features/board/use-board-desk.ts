import { useState, useSyncExternalStore } from 'react';

import { openBoardDesk } from './board-desk.ts';
import type { BoardDesk, Visitor } from './board-desk.ts';
import { watchPageLife } from './page-life.ts';

/** A person's visit to a board: the desk is there as long as a page looks at it. */
class BoardVisit {
  readonly #board: string;
  readonly #visitor: Visitor;
  #desk: BoardDesk | null = null;

  constructor(board: string, visitor: Visitor) {
    this.#board = board;
    this.#visitor = visitor;
  }

  readonly desk = (): BoardDesk | null => this.#desk;

  /** Opens the desk; the answer leaves it, with everything unsent kept on the device. */
  readonly begin = (): (() => void) => {
    const desk = openBoardDesk(this.#board, this.#visitor);
    const { session, pictures } = desk;
    this.#desk = desk;
    session.start();
    const onWake = (): void => {
      session.wake();
      pictures.outbox.wake();
    };
    const endWatching = watchPageLife({ onRest: () => void session.keepNow(), onWake });
    return () => {
      this.#desk = null;
      endWatching();
      void session.stop();
    };
  };
}

/** The desk of this person at this board while the page is shown; null for the first moment. Both stay the same. */
export function useBoardDesk(board: string, visitor: Visitor): BoardDesk | null {
  const [visit] = useState(() => new BoardVisit(board, visitor));
  return useSyncExternalStore(visit.begin, visit.desk);
}
