import type { Author, SchoolBrief } from '@bridgeboard/protocol';
import { createContext, useContext } from 'react';

import type { BoardDesk } from './board-desk.ts';

/** What every part of a board page knows: where it is, and whose page it is. */
export interface BoardPlace extends BoardDesk {
  readonly boardId: string;
  readonly you: Author;
  readonly title: string;
  readonly schools: readonly SchoolBrief[];
}

export const BoardContext = createContext<BoardPlace | null>(null);

/** The board that this component stands on. */
export function useBoard(): BoardPlace {
  const place = useContext(BoardContext);
  if (place === null) throw new Error('useBoard needs a board page around it');
  return place;
}
