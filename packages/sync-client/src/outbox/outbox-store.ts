import type { Author, BoardRecord, ErrorCode, Op } from '@bridgeboard/protocol';

import type { NumberedEdit } from '../pending/numbered-edit.ts';
import type { WaitingOp } from '../pending/waiting-ops.ts';

/** One tab's outbox, without the operations that wait. */
export interface OutboxRow {
  readonly client: string;
  /** Whose work it is, on which board: an outbox is never sent by another person at the same device. */
  readonly owner: string;
  readonly nextSeq: number;
  readonly inFlight: NumberedEdit | null;
  /** The board's epoch when it was written last; missing where the board had never been reached. */
  readonly epoch?: string;
}

/** Work that was not accepted, kept with its content until its author has looked at it. */
export interface RefusedWork {
  readonly id: string;
  readonly owner: string;
  /** When this device learned of it, in ms since 1970. */
  readonly at: number;
  readonly code: ErrorCode;
  /** Whose record it was, if the refusal says so. */
  readonly whose: Author | null;
  readonly op: Op;
  /** The record as the author had made it; null for a deletion. */
  readonly content: BoardRecord | null;
}

/** Changes to the stored outboxes that stand or fall together. */
export interface OutboxBatch {
  readonly putOutbox?: OutboxRow;
  /** Drops everything that waits under these clients first; with `putWaiting` this replaces it. */
  readonly clearWaiting?: readonly string[];
  readonly putWaiting?: readonly WaitingOp[];
  readonly dropWaiting?: readonly number[];
  readonly dropOutboxes?: readonly string[];
  readonly putRefused?: readonly RefusedWork[];
  readonly dropRefused?: readonly string[];
}

/** What was found of one outbox. */
export interface StoredOutbox {
  readonly row: OutboxRow;
  readonly waiting: readonly WaitingOp[];
}

/** Where outboxes survive the closing of a tab. */
export interface OutboxStore {
  /** Everything of one owner, oldest operations first. */
  read(owner: string): Promise<{ outboxes: StoredOutbox[]; refused: RefusedWork[] }>;
  /** Keeps a batch whole or not at all; resolves when it would survive a reload. `client` owns `putWaiting` and `dropWaiting`. */
  write(client: string, batch: OutboxBatch): Promise<void>;
}
