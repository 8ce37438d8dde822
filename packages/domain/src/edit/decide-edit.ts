import type { ErrorCode, JournalEntry, Op, OpRefusal } from '@bridgeboard/protocol';
import { actingAs } from '../board/board-rules.ts';
import { clientKey, type BoardState } from '../board/board-state.ts';
import { limits } from '../gate/limits.ts';
import { bringRemarksBack } from '../history/bring-remarks-back.ts';
import { bringUnseenBack } from '../history/bring-unseen-back.ts';
import { EntryDraft } from '../journal/entry-draft.ts';
import { entryLimit, isOver } from '../journal/entry-size.ts';
import { appendPoints } from './append-points.ts';
import { createRecord } from './create-record.ts';
import { deleteRecord } from './delete-record.ts';
import { mayWrite, startAct, type EditAct, type EditInput, type Verdict } from './edit-act.ts';
import { noteCases } from './join-case.ts';
import { readOp } from './read-op.ts';
import { ridersOf } from './riders-of.ts';
import { settleGroups } from './settle-groups.ts';
import { stopOf } from './stop-of.ts';
import { updateRecord } from './update-record.ts';

/** What an edit came to. Only `entry` has to be kept before it may be answered. */
export type EditOutcome =
  | {
      readonly kind: 'entry';
      readonly entry: JournalEntry;
      readonly refused: OpRefusal[];
      readonly whose: ReadonlyMap<number, string>;
    }
  | { readonly kind: 'repeated'; readonly refused: readonly OpRefusal[] }
  | { readonly kind: 'resend'; readonly from: number }
  /** Nothing of it was taken, and its number is not used up: where the code is retryable, it may come again. */
  | { readonly kind: 'refused'; readonly code: ErrorCode };

/**
 * Decides one edit against the board as it is: each operation alone, in the order authorise on the sender's view → gate →
 * closure → layers (P34). Pure: the board stays as it is; adopting the entry, once it has been kept, moves it.
 */
export function decideEdit(state: BoardState, input: EditInput): EditOutcome {
  const mark = state.clients.get(clientKey(input.actor.person, input.client));
  const last = mark?.seq ?? 0;
  // At most once (P33): what was taken is answered as it was then; a hole is asked for, never skipped.
  if (input.seq <= last) return { kind: 'repeated', refused: input.seq === last ? (mark?.refused ?? []) : [] };
  if (input.seq !== last + 1) return { kind: 'resend', from: last + 1 };

  const stop = stopOf(state, input);
  if (stop) return { kind: 'refused', code: stop };
  const here = { ...input, actor: actingAs(state, input.actor) ?? input.actor };
  const draft = new EntryDraft(state, { at: input.now, by: here.actor.person });
  const { refused, whose } = decideOps(draft, here);
  const outcome = sealed(draft, here, { refused, whose });
  return isTooBig(outcome.entry, here) ? refuseAll(state, here) : outcome;
}

type Verdicts = Pick<Extract<EditOutcome, { kind: 'entry' }>, 'refused' | 'whose'>;

function decideOps(draft: EntryDraft, input: EditInput): Verdicts {
  const ops = input.ops.map(readOp);
  const sound = ops.flatMap((read) => ('op' in read ? [read.op] : []));
  const act = startAct(draft, input, sound);
  for (const rider of ridersOf(act)) act.ridesAlong.add(rider);
  const refused: OpRefusal[] = [];
  const whose = new Map<number, string>();
  ops.forEach((read, place) => {
    const verdict = place < limits[input.actor.role].opsPerEdit ? decideOp(act, read) : { code: 'RATE' as const };
    if (verdict === 'taken') return;
    refused.push({ op: place, code: verdict.code });
    if (verdict.whose !== undefined) whose.set(place, verdict.whose);
    if ('op' in read && read.op.op === 'create' && typeof read.op.record['id'] === 'string') {
      act.refused.add(read.op.record['id']);
    }
  });
  noteCases(act);
  bringUnseenBack(draft, act.viewer);
  bringRemarksBack(draft);
  settleGroups(draft);
  return { refused, whose };
}

/** P32: what staff do is kept in parts where it has to be; nothing that a pupil needs to do is so large. */
function isTooBig(entry: JournalEntry, input: EditInput): boolean {
  return input.actor.role !== 'staff' && isOver(entry, input.entryLimit ?? entryLimit);
}

/** It would be sent again for ever; its number is used up, and nothing of it happens. */
function refuseAll(state: BoardState, input: EditInput): Extract<EditOutcome, { kind: 'entry' }> {
  const draft = new EntryDraft(state, { at: input.now, by: input.actor.person });
  const refused = input.ops.map((_, op) => ({ op, code: 'TOO_BIG' as const }));
  return sealed(draft, input, { refused, whose: new Map() });
}

function sealed(draft: EntryDraft, input: EditInput, verdicts: Verdicts): Extract<EditOutcome, { kind: 'entry' }> {
  const { actor, client, seq } = input;
  const { refused } = verdicts;
  const entry = draft.seal({ kind: 'edit', actor, client: { id: client, seq }, refused });
  return { kind: 'entry', entry, ...verdicts };
}

/** Nothing has been through the gate yet: it may be anything. */
function idOf(op: Op): string {
  const id = op.op === 'create' ? op.record['id'] : op.id;
  return typeof id === 'string' ? id : '';
}

function decideOp(act: EditAct, read: ReturnType<typeof readOp>): Verdict {
  if ('code' in read) return read;
  if (!mayWrite(act, idOf(read.op))) return { code: 'FORBIDDEN' };
  switch (read.op.op) {
    case 'create':
      return createRecord(act, read.op);
    case 'update':
      return updateRecord(act, read.op);
    case 'delete':
      return deleteRecord(act, read.op);
    case 'append':
      return appendPoints(act, read.op);
  }
}
