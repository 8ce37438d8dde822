import type { Author, BoardRecord, ErrorCode, Op } from '@bridgeboard/protocol';

import { targetOf } from '../pending/op-order.ts';
import type { RefusedWork } from './outbox-store.ts';

/** Why an operation was not accepted, and what it had made. */
export interface RefusalFacts {
  readonly code: ErrorCode;
  readonly content: BoardRecord | null;
  readonly whose?: Author | null;
}

/** An operation that was not accepted, as it is kept for its author. */
export function refusedWork(op: Op, facts: RefusalFacts & Pick<RefusedWork, 'id' | 'owner' | 'at'>): RefusedWork {
  return { ...facts, op, whose: facts.whose ?? null };
}

/** A refused deletion leaves nothing to keep: what it was about is still on the board. */
export function hasContent(work: RefusedWork): boolean {
  return work.op.op !== 'delete';
}

/** Whether one refusal only says again what another said: a text that is too long grows letter by letter. */
export function isSameTrouble(a: RefusedWork, b: RefusedWork): boolean {
  return a.code === b.code && a.op.op === b.op.op && targetOf(a.op) === targetOf(b.op);
}

/** Names the work of one person on one board. */
export function ownerOf(person: string, board: string): string {
  return `${person} ${board}`;
}
