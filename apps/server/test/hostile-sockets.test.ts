import { DemoServer, RawClient, makeBoard, malformedPackets, richText, shape, until } from '@bridgeboard/testkit';
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
    oliver.write(`2${boardNamespace},["edit",${'['.repeat(depth)}${']'.repeat(depth)}]`);
    await expectRefusalAndLife(oliver, 'TOO_DEEP');
  },
);

test.each(['2/board,["edit",{]', '2/board,["edit"', '2/board,"edit"'])(
  '[SEC-14] %s is refused as BAD_JSON',
  async (packet) => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    oliver.write(packet);
    await expectRefusalAndLife(oliver, 'BAD_JSON');
  },
);

test.each([65_537, 1_048_577])(
  '[SEC-02] a message of %i bytes is refused as TOO_BIG, once, and what follows arrives',
  async (bytes) => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    oliver.write(`2${boardNamespace},["edit","${'x'.repeat(bytes - '["edit",""]'.length)}"]`);
    await expectRefusalAndLife(oliver, 'TOO_BIG');
    expect(oliver.refusals).toHaveLength(1);
  },
);

test('[SEC-02] who sends too much over and over is ended, and what is far too big ends the connection by itself', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  for (let i = 0; i < 4; i += 1) oliver.write(`2${boardNamespace},["edit","${'x'.repeat(65_536)}"]`);
  await until(() => oliver.ended, 'the end of who goes on');
  expect([oliver.refusals.map(({ code }) => code), oliver.ended?.code]).toEqual([Array(3).fill('TOO_BIG'), 'TOO_BIG']);
  await using again = await onBoard(lesson, lesson.oliver);
  again.write(`2${boardNamespace},["edit","${'x'.repeat(2_000_000)}"]`);
  await until(() => !again.socket.connected, 'the end of the connection');
  await using last = await onBoard(lesson, lesson.oliver);
  expect(last.joined).not.toBeNull();
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

test('[SEC-35] each malformed packet is refused with its code, and the socket lives through all of them', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  for (const { packet, code, name } of malformedPackets) {
    const before = oliver.refusals.length;
    oliver.write(packet);
    await until(() => oliver.refusals.length > before, name);
    expect([name, oliver.refusals.at(-1)?.code]).toEqual([name, code]);
  }
  expect(oliver.refusals).toHaveLength(malformedPackets.length);
  const record = shape('note', crypto.randomUUID().slice(0, 20));
  expect((await oliver.edit({ op: 'create', record })).refused).toBeUndefined();
});

test('[SEC-35] malformed messages of known events are refused, and so is what comes before join', async () => {
  const says = [
    ['edit', { client: 'short', seq: 1, ops: [] }],
    ['edit', { client: 'long-enough-client-0', seq: 0, ops: [{}] }],
    ['edit', null],
    ['presence', { page: 'page:page', x: 1e9, y: 0, busy: false, selection: [] }],
    ['move', [1]],
    ['join', { protocol: 'two' }],
  ];
  await using oliver = await onBoard(lesson, lesson.oliver);
  for (const message of says) oliver.write(`2${boardNamespace},${JSON.stringify(message)}`);
  await until(() => oliver.refusals.length === says.length, 'the refusals');
  expect(new Set(oliver.refusals.map(({ code }) => code))).toEqual(new Set(['BAD_MESSAGE']));
  await using early = new RawClient(lesson.aisha);
  early.socket.emit('edit', { client: 'long-enough-client-0', seq: 1, ops: [{}] });
  await until(() => early.refusals.length === 1, 'the refusal of an edit before join');
  expect(early.refusals[0]).toMatchObject({ code: 'BAD_MESSAGE', seq: 1 });
  early.socket.emit('join', { protocol: 1, board: lesson.board, client: 'long-enough-client-0' });
  await until(() => early.ended?.code === 'BAD_PROTOCOL', 'the end of an old browser');
});

test('[SEC-35] the old protocol, other paths and other methods get no connection', async () => {
  const headers = { origin: server.url };
  const ask = async (query: string, method = 'GET'): Promise<number> =>
    (await fetch(`${server.url}/socket.io/?${query}`, { headers, method })).status;
  expect(await ask('EIO=3&transport=polling')).toBe(400);
  expect(await ask('EIO=4&transport=webtransport')).toBe(400);
  expect(await ask('EIO=4&transport=websocket')).toBe(400);
  expect(await ask('EIO=4&transport=polling', 'POST')).toBe(400);
  expect(await ask('EIO=4&transport=polling&sid=__proto__')).toBe(400);
});

test('[SEC-07] names that somebody else has are nothing: the server gives each socket its own', async () => {
  await using victim = await onBoard(lesson, lesson.oliver);
  const { id } = victim.socket;
  const headers = { origin: server.url, cookie: lesson.aisha.cookie };
  const stolen = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling&sid=${id}`, { headers });
  expect(stolen.status).toBe(400);
  await using thief = new RawClient(lesson.aisha, { client: 'raw-the-same-client-0' });
  thief.socket.auth = { sid: id, pid: id, offset: '0' };
  await thief.join(lesson.board);
  await using same = await new RawClient(lesson.oliver, { client: 'raw-the-same-client-0' }).join(lesson.board);
  expect(new Set([thief.socket.id, victim.socket.id, same.socket.id]).size).toBe(3);
  const [own, theirs] = [
    shape('note', crypto.randomUUID().slice(0, 20)),
    shape('note', crypto.randomUUID().slice(0, 20)),
  ];
  expect((await same.edit({ op: 'create', record: own })).refused).toBeUndefined();
  expect((await thief.edit({ op: 'create', record: theirs })).refused).toBeUndefined();
  await until(() => victim.seen().has(own.id), 'what goes on at the victim');
  expect([victim.ended, victim.socket.connected, victim.seen().has(theirs.id)]).toEqual([null, true, false]);
});

test('[SEC-03] a polling client changes to WebSocket where it can, and misses nothing', async () => {
  await using oliver = new RawClient(lesson.oliver, { transports: ['polling', 'websocket'], upgrade: true });
  await oliver.join(lesson.board);
  const ids: string[] = [];
  for (let i = 0; i < 40 && oliver.socket.io.engine.transport.name !== 'websocket'; i += 1) {
    const record = shape('note', crypto.randomUUID().slice(0, 20));
    ids.push(record.id);
    expect((await oliver.edit({ op: 'create', record })).refused).toBeUndefined();
  }
  await until(() => oliver.socket.io.engine.transport.name === 'websocket', 'the change');
  const last = shape('note', crypto.randomUUID().slice(0, 20));
  await oliver.edit({ op: 'create', record: last });
  for (const id of [...ids, last.id]) expect(oliver.seen().has(id)).toBe(true);
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

test('[SEC-31] [L3] a hundred times too many pointers are dropped without a word; a flood of them ends the socket', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  for (let i = 0; i < 3_000; i += 1) oliver.socket.emit('move', [i, i]);
  expect((await oliver.edit({ op: 'create', record: shape('note', 'beside-pointers') })).refused).toBeUndefined();
  expect(oliver.refusals).toEqual([]);
  for (let i = 0; i < 20_000; i += 1) oliver.socket.emit('move', [i, i]);
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
