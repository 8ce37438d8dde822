import type { Author, BoardRecord, ErrorCode, Op } from '@bridgeboard/protocol';

import type { BoardLink } from './link/board-link.ts';
import type { OutboxStore, RefusedWork } from './outbox/outbox-store.ts';
import type { TabLocks } from './outbox/tab-locks.ts';
import type { ShownChange } from './shown-view.ts';
import type { Timers } from './timers.ts';
import type { FetchSnapshot } from './view/fetch-snapshot.ts';

/** What a session needs of the world around it. */
export interface SessionParts {
  readonly board: string;
  /** Whose session it is: the outbox belongs to this person and to nobody else at this device. */
  readonly person: string;
  readonly link: BoardLink;
  readonly fetchSnapshot: FetchSnapshot;
  readonly store: OutboxStore;
  readonly locks: TabLocks;
  readonly timers: Timers;
  /** Chance, 0 ≤ random < 1. */
  readonly random: () => number;
  /** A new name of at least 16 random characters of A–Z a–z 0–9 _ -. */
  readonly newName: () => string;
  /** Says what somebody is called whom the server gives no name; as the server says where nobody is asked. */
  readonly naming?: (author: Author) => Author;
  /** The server's gate, asked before anything is sent; null lets the operation pass. */
  readonly gate?: (op: Op, after: BoardRecord | null) => ErrorCode | null;
}

/** Told to whoever draws the board. */
export interface SessionListener {
  /** Put these on the screen and take those off. Own work is not repeated. */
  changed(change: ShownChange): void;
  /** The server did not accept these; `changed` puts right what the screen shows of them. */
  refused(work: readonly RefusedWork[]): void;
}
