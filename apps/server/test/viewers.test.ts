import { viewerNamespace } from '@bridgeboard/protocol';
import { RawClient, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCrowd, type Crowd } from './crowd.ts';

let crowd: Crowd;

beforeAll(async () => {
  crowd = await startCrowd({ pupils: 4, mode: 'held' });
});
afterAll(() => crowd[Symbol.asyncDispose]());

const canary = 'heronXQ9';

function board(client: RawClient): Record<string, unknown> {
  return Object.fromEntries(client.seen());
}

test('[L14] [P27] a viewer sees what their shared view shows, without pointers and without anything of their own', async () => {
  const [a, b] = [crowd.of(0), crowd.of(1)];
  await using reed = await crowd.join(a.teacher);
  await using bello = await crowd.join(b.teacher);
  const pupil = a.pupils[0] ?? a.teacher;
  await using oliver = await crowd.join(pupil);
  await using looking = await crowd.join(pupil, { viewer: true });
  await using abroad = await crowd.join(b.teacher, { viewer: true });
  const [held, free] = [shape('note', 'held', { 'props.richText': richText(canary) }), shape('note', 'free')];

  await oliver.edit({ op: 'create', record: held });
  bello.socket.emit('presence', { page: 'page:page', x: 3, y: 4, busy: false, selection: [] });
  await reed.edit({ op: 'create', record: free });
  await until(() => looking.seen().has(free.id) && abroad.seen().has(free.id), "the teacher's note at the viewers");
  await until(() => reed.pointers.size > 0, 'the pointer at those who take part');
  expect(oliver.seen().has(held.id)).toBe(true);
  expect(looking.seen().has(held.id)).toBe(false);
  for (const viewer of [looking, abroad]) {
    expect(viewer.received.join('\n')).not.toContain(canary);
    expect(viewer.frames.filter((frame) => frame.pointers ?? frame.moves ?? frame.gone)).toEqual([]);
    expect(viewer.privates).toEqual([]);
  }
  await reed.edit({ op: 'delete', id: free.id });
  const all = [looking, abroad, bello];
  await until(() => all.every((one) => !one.seen().has(free.id)), 'the delete at the viewers and at who takes part');
  expect(board(abroad)).toEqual(board(bello));
});

test('[L14] [SEC-35] a viewer who says anything but join is refused, and nothing happens', async () => {
  const { teacher } = crowd.of(0);
  await using viewer = await crowd.join(teacher, { viewer: true });
  const record = shape('note', 'from-a-viewer');
  const sent = { client: 'viewing-client-000', seq: 1, ops: [{ op: 'create', record }] };
  const says = [
    ['edit', sent],
    ['presence', { page: 'page:page', x: 0, y: 0, busy: false, selection: [] }],
    ['move', [1, 2]],
  ];
  for (const message of says) viewer.write(`2${viewerNamespace},${JSON.stringify(message)}`);
  viewer.askToJoin(crowd.board);
  await until(() => viewer.refusals.length === 4, 'the refusals');
  expect(viewer.refusals.map(({ code }) => code)).toEqual(['BAD_EVENT', 'BAD_EVENT', 'BAD_EVENT', 'BAD_MESSAGE']);
  await using person = await crowd.join(teacher);
  expect(person.seen().has(record.id)).toBe(false);
});

test('[SEC-05] viewers need a session and leave to be there, and are ended with it', async () => {
  const { teacher } = crowd.of(1);
  const nobody = await crowd.join(teacher, { viewer: true, headers: { cookie: '' } });
  expect([nobody.failure, nobody.joined]).toEqual(['SIGN_IN_NEEDED', null]);
  await using lost = new RawClient(teacher.http, { viewer: true });
  await lost.join('AAAAAAAAAAAAAAAAAAAAAA');
  expect([lost.ended?.code, lost.joined]).toEqual(['NOT_FOUND', null]);
  await using viewer = await crowd.join(teacher, { viewer: true });
  await teacher.http.post('/api/auth/sign-out');
  await until(() => viewer.ended?.code === 'SESSION_ENDED', 'the end of the viewer');
});
