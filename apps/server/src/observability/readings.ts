import type { OutboxCounts } from '../realtime/outbox/outboxes.ts';

/** Sockets of people, by kind. */
export interface PeopleCounts {
  readonly staff: number;
  readonly pupil: number;
  /** Who looks on without a place on the board. */
  readonly viewer: number;
}

/** How the work that waits for staff stands, over all schools. */
export interface QueueReading {
  readonly openLines: number;
  /** How long the oldest has waited, 0 where none does. */
  readonly oldestSeconds: number;
}

/** What can be read off the server at one moment. */
export interface Readings {
  readonly isReady: boolean;
  readonly rooms: number;
  readonly people: PeopleCounts;
  readonly outboxes: OutboxCounts;
  /** Cases of how many boards have changed and are not in the queue's index yet. */
  readonly boardsBehind: number;
  /** Null where the store does not answer. */
  readonly queue: QueueReading | null;
}
