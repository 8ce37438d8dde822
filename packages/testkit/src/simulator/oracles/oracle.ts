import type { EditMessage, JournalEntry, Op } from '@bridgeboard/protocol';
import type { RefusedWork } from '@bridgeboard/sync-client';

import type { Tab } from '../client/tab.ts';
import type { Drawn } from '../server/server-pages.ts';
import type { Said } from '../server/server-process.ts';
import type { ServerSocket } from '../server/server-socket.ts';

/** What went wrong, by the figure it counts in. */
export type FailureKind = 'violations' | 'differingBytes' | 'lostAcked' | 'diverged' | 'untrueState' | 'faults';

export interface Failure {
  readonly kind: FailureKind;
  readonly what: string;
}

/** An act over HTTP that was answered. */
export interface Acted {
  readonly kind: string;
  /** The case or record it was about. */
  readonly subject: string;
  /** The server says that it happened. */
  readonly isDone: boolean;
  /** What it says, as text. */
  readonly text: string;
}

/** Watches a world and says what is wrong in it. Every hook is called at the moment it names. */
export interface Oracle {
  /** The store has these entries now, and with them these acts are whole (P32). */
  kept?(acts: readonly JournalEntry[], entries: readonly JournalEntry[]): void;
  /** A browser's edit has arrived at the server. */
  asked?(socket: ServerSocket, message: EditMessage): void;
  /** The server said something; it has not left yet. */
  said?(said: Said): void;
  /** The server answered a request for a snapshot. */
  snapshot?(tab: Tab, text: string): void;
  /** The server drew a picture. */
  drawn?(drawn: Drawn): void;
  ticked?(): void;
  acted?(tab: Tab, act: Acted): void;
  edited?(tab: Tab, ops: readonly Op[]): void;
  refused?(tab: Tab, work: readonly RefusedWork[]): void;
  ending?(tab: Tab, how: { isWarned: boolean }): void;
  /** After each step of the history. */
  stepped?(): void;
  /** The network has healed, everybody is awake, and everything that could move has moved. */
  rested?(): Promise<void> | void;
}
