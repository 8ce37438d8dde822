import type { Author, ErrorCode, Joined, Refused } from '@bridgeboard/protocol';

import type { ClosedCode } from './pending/edit-sender.ts';
import type { SaveState } from './save-state.ts';

/** offline: no connection · joining: connected, the board is not whole yet · live · ended: for good, `ended` says why. */
export type SessionState = 'offline' | 'joining' | 'live' | 'ended';

/** What a board page shows beside the board itself. A new object at each change. */
export interface SessionStatus {
  readonly state: SessionState;
  /** Whether the board has been whole at least once, so that there is something to show while offline. */
  readonly isShown: boolean;
  readonly board: Joined['board'] | null;
  readonly you: Author | null;
  readonly save: SaveState;
  /** Why this person's work has to wait although the server is there: it goes by itself as soon as it may. */
  readonly closed: ClosedCode | null;
  /** Why the server keeps this session off the board for now; it goes on asking. */
  readonly obstacle: ErrorCode | null;
  readonly ended: Pick<Refused, 'code' | 'message'> | null;
}

export const statusAtStart: SessionStatus = {
  state: 'offline',
  isShown: false,
  board: null,
  you: null,
  save: { name: 'saved', count: 0 },
  closed: null,
  obstacle: null,
  ended: null,
};
