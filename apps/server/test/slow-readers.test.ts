import { protocolVersion } from '@bridgeboard/protocol';
import { richText, shape, until, type HttpPerson, type RawClient } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { outboxLimits } from '../src/realtime/outbox/outbox-limits.ts';
import { startCrowd, type Crowd, type Somebody } from './crowd.ts';

let crowd: Crowd;

beforeAll(async () => {
  crowd = await startCrowd({ pupils: 58, mode: 'open' });
});
afterAll(() => crowd[Symbol.asyncDispose]());

/** Socket.IO over long-polling by hand: one request for each thing said and each thing heard. */
class Poll {
  readonly #person: HttpPerson;
  readonly #sid: string;

  private constructor(person: HttpPerson, sid: string) {
    this.#person = person;
    this.#sid = sid;
  }

  static async open(person: HttpPerson): Promise<Poll> {
    const answer = await ask(person, '');
    return new Poll(person, (JSON.parse(answer.slice(1)) as { sid: string }).sid);
  }

  async say(packet: string): Promise<void> {
    const answer = await ask(this.#person, `&sid=${this.#sid}`, `4${packet}`);
    if (answer !== 'ok') throw new Error(`not taken: ${answer}`);
  }

  read(): Promise<string> {
    return ask(this.#person, `&sid=${this.#sid}`);
  }
}

async function ask({ url, cookie }: HttpPerson, query: string, body?: string): Promise<string> {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = { cookie, origin: url, 'content-type': 'text/plain;charset=UTF-8' };
  const address = `${url}/socket.io/?EIO=4&transport=polling${query}`;
  const answer = await fetch(address, { method, headers, ...(body === undefined ? {} : { body }) });
  return answer.text();
}

const words = 'a word and another '.repeat(500);
const notes = Array.from({ length: 6 }, (_, at) => shape('note', `much-${at}`));

/** Somebody whose every edit is 60 kB for everybody on the board. */
class Talker {
  readonly client: RawClient;
  #said = 0;

  constructor(client: RawClient) {
    this.client = client;
  }

  static async join(who: Somebody): Promise<Talker> {
    const client = await crowd.join(who);
    if (!client.seen().has(notes[0]?.id ?? '')) {
      for (const record of notes) await client.edit({ op: 'create', record });
    }
    return new Talker(client);
  }

  async talk(): Promise<void> {
    this.#said += 1;
    const text = richText(`${this.#said} ${words}`);
    const answer = await this.client.edit(
      ...notes.map(({ id }) => ({ op: 'update' as const, id, set: { 'props.richText': text } })),
    );
    if (answer.refused) throw new Error(`not said: ${JSON.stringify(answer.refused)}`);
  }

  /** Goes on until something is so; the edits are what fills the buffers on the way to a reader. */
  async talkUntil(look: () => boolean): Promise<void> {
    for (let i = 0; i < 2_000 && !look(); i += 1) await this.talk();
    if (!look()) throw new Error('all was said, and nothing came of it');
  }
}

const counts = (): ReturnType<typeof crowd.server.sockets.counts> => crowd.server.sockets.counts();

/** Silence is no part of it, on whatever machine: something comes from them. */
function saySomething(clients: readonly RawClient[]): void {
  for (const { socket } of clients) socket.emit('probe');
}

/** Everything on the board as this person sees it. */
function seenBy(client: RawClient): Record<string, unknown> {
  return Object.fromEntries(client.seen());
}

test('[REL-08] a reader who stops loses pointers, then frames, and has everything again when they go on', async () => {
  const { teacher, pupils } = crowd.of(0);
  const [slow, quick] = pupils;
  if (!slow || !quick) throw new Error('no pupils');
  const talker = await Talker.join(teacher);
  const [reader, other] = [await crowd.join(slow), await crowd.join(quick)];
  const readOn = reader.stopReading();
  await talker.talkUntil(() => {
    saySomething([reader, other]);
    return counts().still + counts().paused > 0;
  });
  crowd.server.clock.forward(outboxLimits.paused.stuckMs);
  await until(() => counts().paused === 1, 'the second stage');
  const waiting = counts().bytes;
  for (let i = 0; i < 20; i += 1) await talker.talk();
  expect(counts()).toMatchObject({ paused: 1, still: 0, cut: 0 });
  expect(counts().bytes).toBeLessThan(waiting + 60_000);
  await until(() => JSON.stringify(seenBy(other)) === JSON.stringify(seenBy(talker.client)), 'the other reader');

  readOn();
  await until(() => reader.resyncs === 1, 'the resync');
  await until(() => JSON.stringify(seenBy(reader)) === JSON.stringify(seenBy(talker.client)), 'the whole board');
  expect(counts()).toMatchObject({ paused: 0, still: 0, cut: 0, bytes: 0 });
  expect([reader.ended, other.resyncs, talker.client.resyncs]).toEqual([null, 0, 0]);
  const record = shape('note', 'after-all');
  expect((await reader.edit({ op: 'create', record })).refused).toBeUndefined();
  await until(() => talker.client.seen().has(record.id), 'the edit of who was slow');
  for (const client of [reader, other, talker.client]) await client.close();
  await until(() => counts().readers === 0, 'the end of all readers');
});

test('[REL-08] fifty readers who stop are cut one and all, and nobody else notices', async () => {
  const [a, b] = [crowd.of(0), crowd.of(1)];
  const before = counts().cut;
  const talker = await Talker.join(a.teacher);
  const everybody = [...a.pupils, ...b.pupils];
  const quick = await Promise.all(everybody.slice(0, 8).map((who) => crowd.join(who)));
  const stalled = await Promise.all(everybody.slice(8).map((who) => crowd.join(who)));
  expect(stalled).toHaveLength(50);
  for (const reader of stalled) reader.stopReading();
  let most = 0;
  await talker.talkUntil(() => {
    saySomething(quick);
    most = Math.max(most, counts().bytes);
    return counts().cut - before === 50;
  });
  expect(most).toBeLessThanOrEqual(outboxLimits.allBytes);
  await until(() => counts().readers === 9, 'the nine who are left');
  for (const reader of quick) {
    await until(() => JSON.stringify(seenBy(reader)) === JSON.stringify(seenBy(talker.client)), 'the same board');
    expect([reader.resyncs, reader.ended, reader.refusals]).toEqual([0, null, []]);
  }
  for (const client of [...quick, ...stalled, talker.client]) await client.close();
});

test('[REL-08] a reader who answers nothing is cut, though the system takes all that is sent to them', async () => {
  const { teacher, pupils } = crowd.of(0);
  const before = counts().cut;
  const talker = await Talker.join(teacher);
  const reader = await crowd.join(pupils[0] ?? teacher);
  reader.stopReading();
  let hasPiled = false;
  let looks = 0;
  const said: Promise<void>[] = [];
  await until(() => {
    crowd.server.clock.forward(100);
    if ((looks += 1) % 10 === 0 && said.length < 20) said.push(talker.talk());
    hasPiled ||= counts().still + counts().paused > 0;
    return counts().cut === before + 1;
  }, 'the end of the silent reader');
  await Promise.all(said);
  expect([hasPiled, talker.client.ended]).toEqual([false, null]);
  for (const client of [reader, talker.client]) await client.close();
});

test('[REL-08] a polling reader who never comes back goes through the same stages and reads the reason', async () => {
  const { teacher, pupils } = crowd.of(1);
  const before = counts().cut;
  const talker = await Talker.join(teacher);
  const poll = await Poll.open(pupils[0]?.http ?? teacher.http);
  await poll.say('0/board,');
  expect(await poll.read()).toContain('0/board,{"sid"');
  await poll.say(
    `2/board,${JSON.stringify(['join', { protocol: protocolVersion, board: crowd.board, client: 'polling-client-000' }])}`,
  );
  expect(await poll.read()).toContain('2/board,["joined"');
  await until(() => counts().readers === 2, 'both readers');

  await talker.talk();
  await until(() => counts().bytes > 0, 'something that waits');
  crowd.server.clock.forward(outboxLimits.still.stuckMs);
  await until(() => counts().still === 1, 'the first stage');
  crowd.server.clock.forward(outboxLimits.paused.stuckMs);
  await until(() => counts().paused === 1, 'the second stage');
  crowd.server.clock.forward(outboxLimits.cut.stuckMs);
  await until(() => counts().cut === before + 1, 'the third stage');
  expect(await poll.read()).toContain('"code":"SLOW_CONSUMER"');
  await talker.client.close();
});

test('[REL-08] who only lost pointers is told anew where all of them are, and loses nothing else', async () => {
  const { teacher, pupils } = crowd.of(1);
  const [mover, slow, quick] = pupils;
  if (!mover || !slow || !quick) throw new Error('no pupils');
  const talker = await Talker.join(teacher);
  const [moving, watching] = [await crowd.join(mover), await crowd.join(quick)];
  const poll = await Poll.open(slow.http);
  await poll.say('0/board,');
  await poll.read();
  await poll.say(
    `2/board,${JSON.stringify(['join', { protocol: protocolVersion, board: crowd.board, client: 'polling-client-000' }])}`,
  );
  await poll.read();
  const place = { page: 'page:page', x: 100, y: 200, busy: false, selection: [] };
  moving.socket.emit('presence', place);
  await until(() => watching.pointers.size > 0 && counts().bytes > 0, 'the pointer');
  crowd.server.clock.forward(outboxLimits.still.stuckMs);
  await until(() => counts().still === 1, 'the first stage');
  moving.socket.emit('move', [160, 240]);
  await until(() => [...watching.pointers.values()].some(({ x, y }) => x === 160 && y === 240), 'the move');
  await talker.talk();

  const heard: string[] = [];
  const isWhole = (): boolean => heard.some((text) => /\["private",\{"seq":\d+,"pointers":\[/.test(text));
  while (!isWhole()) heard.push(await poll.read());
  expect(heard.findLast((text) => text.includes('"pointers":['))).toContain('"x":160,"y":240');
  expect(heard.join('')).toContain('"patch":');
  expect(counts()).toMatchObject({ still: 0, paused: 0 });
  for (const client of [moving, watching, talker.client]) await client.close();
});

test('[REL-08] a reader who stops does not hold up the end of the server', async () => {
  const small = await startCrowd({ pupils: 1 });
  const client = await small.join(small.of(0).teacher);
  client.stopReading();
  await small[Symbol.asyncDispose]();
  await expect(small.of(0).teacher.http.get('/healthz')).rejects.toThrow('fetch failed');
}, 15_000);
