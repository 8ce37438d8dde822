import { newWord, richText, shape, Streamer, until, type RawClient } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { LiveBoard } from '../src/rooms/live-board.ts';
import { startCrowd, type Crowd, type Somebody } from './crowd.ts';

let crowd: Crowd;
let stream: Streamer;

beforeAll(async () => {
  crowd = await startCrowd({ pupils: 8 }, { MAX_SOCKETS_PER_SESSION: '50' });
  stream = await new Streamer(await crowd.join(crowd.of(0).teacher), 0).begin(50);
});
afterAll(async () => {
  stream.stop();
  await crowd[Symbol.asyncDispose]();
});

async function govern(event: Parameters<LiveBoard['govern']>[0]['event']): Promise<void> {
  const board = await crowd.server.boards.open(crowd.board);
  expect(await board.govern({ by: null, event })).toBeNull();
}

/** Sockets that somebody has: at work, and looking on. */
async function sockets(who: Somebody): Promise<RawClient[]> {
  return [await crowd.join(who), await crowd.join(who, { viewer: true })];
}

/** Waits until the teacher has taken so many more steps, which everybody on the board is told of. */
async function steps(count: number): Promise<void> {
  const goal = stream.step + count;
  await until(() => stream.step >= goal, 'steps of the teacher');
}

test('[SEC-05] who is taken off the board is sent away from all sockets, is told nothing more and is not let in', async () => {
  const [pupil] = crowd.of(0).pupils;
  if (!pupil) throw new Error('no pupil');
  const all = await sockets(pupil);
  await govern({ kind: 'remove-member', person: pupil.id, why: 'left' });
  await until(() => all.every(({ ended, socket }) => ended !== null && !socket.connected), 'the end of both');
  expect(all.map(({ ended }) => ended?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  const told = all.map(({ received }) => received.length);
  await steps(5);
  expect(all.map(({ received }) => received.length)).toEqual(told);
  for (const again of await sockets(pupil)) expect([again.ended?.code, again.joined]).toEqual(['FORBIDDEN', null]);
  await govern({ kind: 'return-member', person: pupil.id });
  for (const back of await sockets(pupil)) expect([back.ended, back.joined === null]).toEqual([null, false]);
});

test('[SEC-05] whose role becomes less comes in anew, to the view of that role', async () => {
  const { teacher, pupils } = crowd.of(1);
  const pupil = pupils[0] ?? teacher;
  const secret = `plover${newWord()}`;
  const author = await crowd.join(pupil);
  const before = await crowd.join(teacher);
  const held = shape('note', 'before', { 'props.richText': richText(secret) });
  expect((await author.edit({ op: 'create', record: held })).refused).toBeUndefined();
  await until(() => before.isShared(held.id), 'the held work at the teacher');

  await govern({ kind: 'change-member', person: teacher.id, role: 'pupil' });
  await until(() => before.ended, 'the end of the socket');
  expect(before.ended).toMatchObject({ code: 'BUSY', retryable: true });
  const [after, looking] = await sockets(teacher);
  await steps(5);
  for (const client of [after, looking]) expect(client?.received.join('')).not.toContain(secret);
  expect([after?.joined?.you.role, after?.cases.size]).toEqual(['pupil', 0]);
  await govern({ kind: 'change-member', person: teacher.id, role: 'staff' });
  const back = await crowd.join(teacher);
  expect(back.isShared(held.id)).toBe(true);
});

test('[SEC-05] who is sent out at the door while they come in does not stay', async () => {
  const { teacher, pupils } = crowd.of(0);
  const pupil = pupils[1] ?? teacher;
  for (let round = 0; round < 10; round += 1) {
    const coming = crowd.join(pupil);
    const { status } = await teacher.http.post(`/api/boards/${crowd.board}/dismiss`, { pupils: [pupil.id] });
    expect(status).toBe(200);
    const client = await coming;
    await until(() => client.ended, 'the end of who was sent out');
    const admission = { board: crowd.board, pupil: pupil.id, school: pupil.school, by: teacher.id, at: 0 };
    await crowd.server.storage.catalogue.admit(admission);
  }
});

test('[SEC-05] when the time of sessions is over, all sockets end, and the next edit of nobody is taken', async () => {
  const { pupils } = crowd.of(1);
  const all = await Promise.all(pupils.map((who) => crowd.join(who)));
  crowd.server.clock.forward(13 * 60 * 60 * 1_000);
  await expect(all[0]?.edit({ op: 'create', record: shape('note', 'too-late') })).rejects.toThrow('SESSION_ENDED');
  await until(() => all.every(({ ended, socket }) => ended !== null && !socket.connected), 'the end of all');
  expect(new Set(all.map(({ ended }) => ended?.code))).toEqual(new Set(['SESSION_ENDED']));
  for (const back of await Promise.all(pupils.map((who) => crowd.join(who)))) {
    expect([back.ended?.code, back.joined]).toEqual(['SESSION_ENDED', null]);
  }
});
