import type { ConcernSubject } from '@bridgeboard/protocol';
import { createContext, useContext } from 'react';

/** What somebody is worried about, with the words for it where it is a person. */
export type WorriedAbout = { readonly subject: ConcernSubject; readonly name?: string };

/** Where a report is in the making: nowhere, while its piece is looked for on the board, or while it is told. */
export type ConcernState =
  | { readonly at: 'rest' }
  | { readonly at: 'pick' }
  | { readonly at: 'tell'; readonly about: WorriedAbout };

interface ConcernDesk {
  readonly state: ConcernState;
  /** Lets the person point at what worries them; again, it is left. */
  readonly pick: () => void;
  readonly tell: (about: WorriedAbout) => void;
  readonly leave: () => void;
}

export const ConcernContext = createContext<ConcernDesk | null>(null);

/** The way to report something on this board. */
export function useConcern(): ConcernDesk {
  const desk = useContext(ConcernContext);
  if (desk === null) throw new Error('useConcern needs a board page around it');
  return desk;
}
