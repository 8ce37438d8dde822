import { DemoServer, RawClient, makeBoard, richText, shape, until } from '@bridgeboard/testkit';
import { boardNamespace } from '@bridgeboard/protocol';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let server: DemoServer;
let lesson: Lesson;

beforeAll(async () => {
  server = await DemoServer.start();
  lesson = await startLesson(server);
});
afterAll(() => server[Symbol.asyncDispose]());

/** Writes a packet as it stands, past everything a client library would check. */
function writeRaw(client: RawClient, packet: string): void {
  client.socket.io.engine.write(packet);
}

/** A refusal with this code, and then an ordinary edit that still works on the same socket. */
async function expectRefusalAndLife(client: RawClient, code: string): Promise<void> {
  await until(() => client.refusals.some((refusal) => refusal.code === code), code);
  expect(client.refusals.find((refusal) => refusal.code === code)?.message).toMatch(/\w+ \w+/);
  const name = crypto.randomUUID().slice(0, 20);
  expect((await client.edit({ op: 'create', record: shape('note', name) })).refused).toBeUndefined();
}

test.each([25, 100, 30_000])(
  '[SEC-01] a message nested %i deep is refused as TOO_DEEP and the socket lives',
  async (depth) => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    writeRaw(oliver, `2${boardNamespace},["edit",${'['.repeat(depth)}${']'.repeat(depth)}]`);
    await expectRefusalAndLife(oliver, 'TOO_DEEP');
  },
);

test.each(['2/board,["edit",{]', '2/board,["edit"', '2/board,"edit"'])(
  '[SEC-14] %s is refused as BAD_JSON',
  async (packet) => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    writeRaw(oliver, packet);
    await expectRefusalAndLife(oliver, 'BAD_JSON');
  },
);

test('[SEC-02] a message over 64 KiB ends the connection, and the server lives', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  writeRaw(oliver, `2${boardNamespace},["edit",{"words":"${'x'.repeat(70_000)}"}]`);
  await until(() => !oliver.socket.connected, 'the end of the connection');
  await using again = await onBoard(lesson, lesson.oliver);
  expect(again.joined).not.toBeNull();
});

test('[SEC-03] [SEC-35] foreign origins get no socket', async () => {
  const origins = [
    'https://evil.example',
    'null',
    `${server.url}.evil.example`,
    `http://sub.localhost:${server.port}`,
    server.url.toUpperCase(),
  ];
  for (const origin of origins) {
    const client = new RawClient(lesson.oliver, { headers: { origin } });
    const reason = await failure(client.socket as unknown as Socket);
    expect(reason, origin).toMatch(/websocket error|403/i);
    await client.close();
  }
});

test('[SEC-03] long-polling works behind proxies without WebSocket, and only for our own pages', async () => {
  await using oliver = new RawClient(lesson.oliver, { transports: ['polling'] });
  await oliver.join(lesson.board);
  const record = shape('note', crypto.randomUUID().slice(0, 20));
  expect((await oliver.edit({ op: 'create', record })).refused).toBeUndefined();
  // Browsers name no origin with a GET of the same origin, but say that it is one.
  const poll = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers });
  expect((await poll({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await poll({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await poll({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).status).toBe(403);
  expect((await poll({})).status).toBe(403);
});

test('[SEC-05] without a session, with a foreign board, or with an unknown one, nobody gets in', async () => {
  const nobody = io(server.url + boardNamespace, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: server.url },
  });
  expect(await failure(nobody)).toBe('SIGN_IN_NEEDED');
  nobody.disconnect();
  const other = await makeBoard(lesson.reed, 'Another board');
  for (const board of [other, 'AAAAAAAAAAAAAAAAAAAAAA']) {
    await using stranger = new RawClient(lesson.oliver);
    await stranger.join(board);
    expect(stranger.ended?.code).toBe('NOT_FOUND');
    expect(stranger.joined).toBeNull();
  }
});

test('[SEC-35] unknown events, malformed messages and binary are refused with a code', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  writeRaw(oliver, `2${boardNamespace},["steal",1]`);
  await expectRefusalAndLife(oliver, 'BAD_EVENT');
  writeRaw(oliver, `2${boardNamespace},["edit",{"client":"short","seq":1,"ops":[]}]`);
  await expectRefusalAndLife(oliver, 'BAD_MESSAGE');
  writeRaw(oliver, `51-${boardNamespace},["edit",{"_placeholder":true,"num":0}]`);
  await expectRefusalAndLife(oliver, 'BAD_EVENT');
});

test('[P34] a bad operation is refused alone; the good ones of the same edit stand', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  const good = shape('note', 'good-one');
  const far = shape('note', 'far-one', { x: 1e308 });
  const foreign = { ...shape('note', 'meta-one'), meta: { status: 'approved' } };
  const answer = await oliver.send({
    seq: 1,
    ops: [
      { op: 'create', record: far },
      { op: 'create', record: good },
      { op: 'create', record: foreign },
      { op: 'fly' },
      { op: 'create', record: shape('note', 'in-far', { parentId: far.id }) },
    ],
  });
  expect(answer.refused).toEqual([
    { op: 0, code: 'OUT_OF_RANGE' },
    { op: 2, code: 'FORBIDDEN_FIELD' },
    { op: 3, code: 'BAD_MESSAGE' },
    { op: 4, code: 'DEPENDS' },
  ]);
  expect(oliver.seen().has(good.id)).toBe(true);
});

test('[SEC-31] a flood of edits is refused with RATE and a time to wait, and ends in an ended socket', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  const ops = [{ op: 'create', record: shape('note', 'flood', { 'props.richText': richText('again') }) }];
  for (let i = 0; i < 200; i += 1) oliver.socket.emit('edit', { client: 'flooding-client-000', seq: 1, ops });
  const refusal = await until(() => oliver.refusals.find(({ code }) => code === 'RATE'), 'RATE');
  expect(refusal.retryable).toBe(true);
  expect(refusal.retryAfterMs).toBeGreaterThan(0);
  await until(() => oliver.ended?.code === 'RATE', 'the end of the flood');
});

test('[SEC-05] signing out and being sent out end live sockets at once', async () => {
  await using aisha = await onBoard(lesson, lesson.aisha);
  const door = (await lesson.bello.get(`/api/boards/${lesson.board}/door`)).json as { inside: { pupil: string }[] };
  await lesson.bello.post(`/api/boards/${lesson.board}/dismiss`, { pupils: door.inside.map(({ pupil }) => pupil) });
  await until(() => aisha.ended, "the end of the pupil's socket");
  await using bello = await onBoard(lesson, lesson.bello);
  await lesson.bello.post('/api/auth/sign-out');
  await until(() => bello.ended?.code === 'SESSION_ENDED', "the end of the teacher's socket");
  expect((await lesson.bello.get('/api/me')).status).toBe(401);
});

/** Why a socket could not connect. */
async function failure(socket: Pick<Socket, 'on'>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.on('connect_error', (error: Error) => resolve(error.message));
  socket.on('connect', () => resolve('connected'));
  return promise;
}
