import type { EditMessage, ErrorCode } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { MemoryOutboxStore } from '../outbox/memory-outbox-store.ts';
import { Outbox } from '../outbox/outbox.ts';
import { ModelLocks } from '../simulation/model-person.ts';
import { settle, VirtualTimers } from '../simulation/virtual-timers.ts';
import { EditSender, isAboutEdit } from './edit-sender.ts';
import type { NumberedEdit } from './numbered-edit.ts';
import type { WholeOp } from './whole-op.ts';

const client = 'client-of-this-tab';
const write = (id: string, x: number): WholeOp => ({ op: 'update', id, set: { x } });

function open() {
  const timers = new VirtualTimers();
  const store = new MemoryOutboxStore();
  const { locks } = new ModelLocks().tab();
  const outbox = new Outbox({ store, locks, timers, client, owner: 'me board' });
  const sent: EditMessage[] = [];
  const link = {
    open: () => undefined,
    join: () => undefined,
    presence: () => undefined,
    move: () => undefined,
    renew: () => undefined,
    close: () => undefined,
    edit: (edit: EditMessage) => sent.push(edit),
  };
  const sender = new EditSender({ link, outbox, timers, random: () => 0 });
  const work = async (op: WholeOp): Promise<void> => {
    outbox.pending.add(op, null, timers.now());
    sender.changed();
    await timers.advance(50);
  };
  /** The server refuses an edit; answers what is given up for good. */
  const refuse = (seq: number, code: ErrorCode, more: object = {}): NumberedEdit | null => {
    let given: NumberedEdit | null = null;
    const message = { code, message: '', retryable: true, requestId: 'r', seq, ...more };
    sender.refused(message, (edit) => (given = edit));
    return given;
  };
  return { timers, store, outbox, sender, sent, work, refuse };
}

test('one edit is on its way at a time, and what follows gathers behind it', async () => {
  const { sender, sent, work } = open();
  sender.joined(0);
  await work(write('a', 1));
  await work(write('a', 2));
  await work(write('b', 3));
  expect(sent).toEqual([{ client, seq: 1, ops: [write('a', 1)] }]);
  sender.answered({ client, seq: 1 });
  await settle();
  expect(sent[1]).toEqual({ client, seq: 2, ops: [write('a', 2), write('b', 3)] });
});

test('an edit is in the store before it is sent', async () => {
  const { sender, sent, work, store } = open();
  sender.joined(0);
  await work(write('a', 1));
  const { outboxes } = await store.read('me board');
  expect(outboxes).toMatchObject(sent.map((edit) => ({ row: { inFlight: edit } })));
});

test('[P33] an edit without an answer goes again with the same number and content, also after a new connection', async () => {
  const { sender, sent, work, timers } = open();
  sender.joined(0);
  await work(write('a', 1));
  await timers.advance(10_000);
  expect(sent).toEqual([sent[0], sent[0]]);
  sender.disconnected();
  await work(write('a', 2));
  sender.joined(1);
  await settle();
  // That it may be late is all that can change: the server may never have heard of it.
  expect(sent.slice(2)).toEqual([{ ...sent[0], late: true }]);
});

test('a busy server is asked again after its pause, and the state says that nothing is being sent', async () => {
  const { sender, sent, work, timers, refuse } = open();
  sender.joined(0);
  await work(write('a', 1));
  expect(refuse(1, 'DB_DOWN', { retryAfterMs: 2_000 })).toBeNull();
  expect(sender.isHeldUp.value).toBe(true);
  await timers.advance(1_900);
  expect(sent).toHaveLength(1);
  await timers.advance(200);
  expect(sent).toHaveLength(2);
  sender.answered({ client, seq: 1 });
  expect(sender.isHeldUp.value).toBe(false);
});

test('a server that does not answer is not called saving for long', async () => {
  const { sender, work, timers } = open();
  sender.joined(0);
  await work(write('a', 1));
  await timers.advance(3_900);
  expect(sender.isHeldUp.value).toBe(false);
  await timers.advance(200);
  expect(sender.isHeldUp.value).toBe(true);
  sender.answered({ client, seq: 1 });
  expect(sender.isHeldUp.value).toBe(false);
});

test('[P33] RESEND_FROM makes the refused edit start at the number the server asks for', async () => {
  const { sender, sent, work, refuse } = open();
  sender.joined(0);
  await work(write('a', 1));
  refuse(1, 'RESEND_FROM', { from: 4 });
  await settle();
  expect(sent.map(({ seq }) => seq)).toEqual([1, 4]);
  sender.answered({ client, seq: 4 });
  await work(write('a', 2));
  expect(sent.at(-1)?.seq).toBe(5);
});

test('a final refusal is not tried again and frees the way', async () => {
  const { sender, sent, work, refuse } = open();
  sender.joined(0);
  await work(write('a', 1));
  expect(refuse(1, 'TOO_BIG', { retryable: false })?.ops).toEqual([write('a', 1)]);
  await work(write('b', 1));
  expect(sent.at(-1)).toEqual({ client, seq: 2, ops: [write('b', 1)] });
});

test('an edit that the server cannot even read is not sent for ever', async () => {
  const { sender, sent, work } = open();
  sender.joined(0);
  await work(write('a', 1));
  const unread = { code: 'BAD_JSON' as const, message: '', retryable: false, requestId: 'r' };
  expect(isAboutEdit(unread)).toBe(true);
  const given: NumberedEdit[] = [];
  sender.refused(unread, (edit) => given.push(edit));
  expect(given).toMatchObject([{ ops: [write('a', 1)] }]);
  await work(write('b', 1));
  expect(sent.at(-1)?.ops).toEqual([write('b', 1)]);
});

test('a store that breaks does not stop the sending, and is told apart from one that works', async () => {
  const { sender, sent, work, store, outbox } = open();
  const write1 = store.write.bind(store);
  store.write = () => Promise.reject(new Error('the disk is full'));
  sender.joined(0);
  await work(write('a', 1));
  expect(sent).toHaveLength(1);
  expect(outbox.isDurable.value).toBe(false);
  store.write = write1;
  await work(write('b', 2));
  expect(outbox.isDurable.value).toBe(true);
  const { outboxes } = await store.read('me board');
  expect(outboxes).toMatchObject([{ row: { inFlight: sent[0] }, waiting: [{ op: write('b', 2) }] }]);
});

test('[BR1] [BR3] that what waits is late is in the store at once when the board is closed to its author, and nothing is sent for it', async () => {
  const { sender, sent, work, refuse, outbox, store } = open();
  sender.joined(0);
  await work(write('a', 1));
  await work(write('b', 2));
  refuse(1, 'FROZEN');
  await settle();
  expect([outbox.pending.waiting.hasChanges, outbox.isSettled.value]).toEqual([false, true]);
  const { outboxes } = await store.read('me board');
  expect(outboxes).toMatchObject([
    { row: { inFlight: { seq: 1, late: true } }, waiting: [{ op: write('b', 2), since: 0 }] },
  ]);
  expect(sent).toHaveLength(1);
});

test.each(['FROZEN', 'WAIT_FOR_TEACHER'] as const)(
  '[BR3] after %s the edit is kept and goes again, late, when the rules change; work done meanwhile does not send it sooner',
  async (code) => {
    const { sender, sent, work, timers, refuse } = open();
    sender.joined(0);
    await work(write('a', 1));
    refuse(1, code as ErrorCode);
    expect(sender.closed.value).toBe(code);
    await work(write('b', 2));
    await timers.advance(20_000);
    expect(sent).toHaveLength(1);
    sender.rulesChanged();
    await timers.advance(500);
    expect(sent.slice(1)).toEqual([{ ...sent[0], late: true }]);
    sender.answered({ client, seq: 1 });
    await settle();
    expect(sender.closed.value).toBeNull();
    expect(sent.at(-1)).toEqual({ client, seq: 2, late: true, ops: [write('b', 2)] });
  },
);

test('[BR3] somebody who may not write for now asks again twice a minute, or as the server says, and never more often than in 5 s', async () => {
  const { sender, sent, work, timers, refuse } = open();
  sender.joined(0);
  await work(write('a', 1));
  refuse(1, 'FROZEN' as ErrorCode);
  await timers.advance(29_000);
  expect(sent).toHaveLength(1);
  await timers.advance(2_000);
  expect(sent).toHaveLength(2);
  refuse(1, 'FROZEN' as ErrorCode, { retryAfterMs: 10 });
  await timers.advance(4_000);
  expect(sent).toHaveLength(2);
  await timers.advance(2_000);
  expect(sent).toHaveLength(3);
});

test('[BR3] what was kept for more than 10 s before it could be sent is late, and what is new is not', async () => {
  const { sender, sent, work, timers } = open();
  await work(write('a', 1));
  await timers.advance(11_000);
  sender.joined(0);
  await settle();
  sender.answered({ client, seq: 1 });
  await work(write('b', 2));
  expect(sent.map(({ late }) => late)).toEqual([true, undefined]);
});
