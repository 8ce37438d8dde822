import type { QueueItem, WholeQueue } from '@bridgeboard/protocol';
import { signInStaff } from '@bridgeboard/testkit';
import type { HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freshFolder, startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let bello: HttpPerson;
let board: string;

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
  bello = await signInStaff(server, 1);
  const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
  board = boards[0]?.id ?? '';
});
afterAll(() => server.close());

async function queueOf(person: HttpPerson): Promise<{ items: QueueItem[]; approvedToday: number }> {
  return (await person.get(`/api/boards/${board}/queue`)).json;
}

function decide(person: HttpPerson, item: QueueItem, wish: object) {
  return person.post(`/api/boards/${board}/cases/${item.case}/decision`, { hash: item.hash, ...wish });
}

async function itemOf(person: HttpPerson, words: string): Promise<QueueItem> {
  const item = (await queueOf(person)).items.find((each) => each.words.includes(words));
  if (item === undefined) throw new Error(`nothing waits with "${words}"`);
  return item;
}

describe('the queue of the demo', () => {
  it('lists what waits for the own school, longest waiting first, and what was sent back last', async () => {
    const { items } = await queueOf(reed);
    const newest = items[5]?.openedAt ?? 0;
    const before = (item: QueueItem): number => Math.round((newest - item.openedAt) / 60_000);
    expect(items.map((item) => [item.author, item.kind, item.status, item.words])).toEqual([
      ['Oliver H.', 'drawing', 'waiting', ''],
      ['Zainab K.', 'note', 'waiting', 'My grandad swam here when he was 8.'],
      ['Harry G.', 'note', 'waiting', 'I live at number 14 by the bridge.'],
      ['Jake T.', 'drawing', 'waiting', ''],
      ['Mia P.', 'text', 'waiting', 'It starts at Malham Tarn'],
      ['Aryan S.', 'note', 'waiting', 'The heron stands still for ages.'],
      ['Oliver H.', 'note', 'returned', 'Fish live here.'],
    ]);
    expect(items.slice(0, 6).map(before)).toEqual([10, 7, 5, 4, 2, 0]);
    expect(items[6]).toMatchObject({ className: '5B', note: 'Good start! Which fish did you see? Write its name.' });
    expect((await queueOf(bello)).items.map(({ author }) => author)).toEqual(['Aisha M.']);
  });

  it('counts what waits on each board', async () => {
    const waiting = (await reed.get('/api/queue')).json as {
      boards: { board: string; title: string; count: number }[];
    };
    expect(waiting.boards).toEqual([
      expect.objectContaining({ board, title: 'Our rivers: Aire and Challawa', count: 6 }),
    ]);
  });

  it('[MOD4] lists what waits on all boards without what is in it, and tells that of those which are asked for', async () => {
    const { queue } = (await reed.get('/api/queue/lines')).json as { queue: WholeQueue };
    const waiting = (await queueOf(reed)).items.filter(({ status }) => status === 'waiting');
    expect(queue.boards.map(({ id, schools }) => [id, schools.length])).toEqual([[board, 2]]);
    expect(queue.lines.map((line) => [line.case, queue.authors[line.author]?.name])).toEqual(
      waiting.map((item) => [item.case, item.author]),
    );
    expect(JSON.stringify(queue)).not.toContain('grandad');
    const cases = waiting.slice(0, 2).map((item) => ({ board, case: item.case }));
    const never = { board, case: 'NeverNeverNeverNever22' };
    const asked = { cases: [...cases, never, { ...never, board: 'NoBoardNoBoardNoBoard2' }] };
    expect((await reed.post('/api/queue/items', asked)).json).toEqual({ items: waiting.slice(0, 2) });
    expect((await bello.post('/api/queue/items', asked)).json).toEqual({ items: [] });
  });

  it('draws a case in its place, and alone', async () => {
    const [item] = (await queueOf(reed)).items;
    const address = `/api/boards/${board}/cases/${item?.case}/picture.svg`;
    const place = await reed.get(address);
    const close = await reed.get(`${address}?view=close&theme=dark`);
    expect([place.status, close.status]).toEqual([200, 200]);
    expect(place.text).toMatch(/^<svg .*width="1040"/);
    expect(close.text).toMatch(/^<svg .*width="160"/);
    expect(close.text.length).toBeLessThan(place.text.length);
    // It is shown among what is let out, not among what else waits.
    expect(place.text).toContain('trolley');
    expect(place.text).not.toContain('grandad');
  });

  it('[P2] [P23] a case of another school is as one that never was, its picture too', async () => {
    const [theirs] = (await queueOf(bello)).items;
    if (theirs === undefined) throw new Error('nothing waits for Al-Noor');
    for (const path of ['picture.svg', 'decision', 'undo']) {
      const ask = (id: string) => {
        const address = `/api/boards/${board}/cases/${id}/${path}`;
        return path === 'picture.svg' ? reed.get(address) : reed.post(address, { verdict: 'board', hash: theirs.hash });
      };
      const [foreign, never] = [await ask(theirs.case), await ask('NeverNeverNeverNever22')];
      expect([foreign.status, foreign.text.replace(/"requestId":"[^"]+"/, '')]).toEqual([
        404,
        never.text.replace(/"requestId":"[^"]+"/, ''),
      ]);
    }
    expect((await queueOf(bello)).items).toEqual([theirs]);
  });
});

describe('deciding', () => {
  it('approves, counts it, and undoes it', async () => {
    const { approvedToday } = await queueOf(reed);
    const item = await itemOf(reed, 'heron');
    expect((await decide(reed, item, { verdict: 'board' })).json).toEqual({ status: 'approved' });
    const feed = async (): Promise<number> => (await queueOf(reed)).approvedToday;
    // The index follows the journal a moment later.
    await expect.poll(feed).toBe(approvedToday + 1);
    const seen = (await bello.get(`/api/boards/${board}/picture.svg`)).text;
    expect(seen).toContain('heron');
    expect((await reed.post(`/api/boards/${board}/cases/${item.case}/undo`)).json).toEqual({ status: 'waiting' });
    expect((await itemOf(reed, 'heron')).status).toBe('waiting');
  });

  it('[P8] [SEC-40] refuses a decision on something else than what was looked at', async () => {
    const item = await itemOf(reed, 'grandad');
    const stale = await reed.post(`/api/boards/${board}/cases/${item.case}/decision`, {
      verdict: 'board',
      hash: 'f'.repeat(64),
    });
    expect([stale.status, stale.json]).toEqual([409, expect.objectContaining({ code: 'CHANGED_SINCE_REVIEW' })]);
    expect((await itemOf(reed, 'grandad')).status).toBe('waiting');
  });

  it('sends back with a note, and rejects', async () => {
    const item = await itemOf(reed, 'number 14');
    expect((await decide(reed, item, { verdict: 'return', note: 'Leave the number out.' })).json).toEqual({
      status: 'returned',
    });
    expect(await itemOf(reed, 'number 14')).toMatchObject({ status: 'returned', note: 'Leave the number out.' });
    const other = await itemOf(reed, 'Malham Tarn');
    expect((await decide(reed, other, { verdict: 'reject' })).json).toEqual({ status: 'rejected' });
    expect((await queueOf(reed)).items.map(({ words }) => words)).not.toContain('It starts at Malham Tarn');
  });

  it('refuses a verdict that is none, and a note that is too long', async () => {
    const item = await itemOf(reed, 'grandad');
    expect((await decide(reed, item, { verdict: 'publish' })).json).toMatchObject({ code: 'BAD_TYPE' });
    expect((await decide(reed, item, { verdict: 'return', note: 'x'.repeat(501) })).json).toMatchObject({
      code: 'TEXT_TOO_LONG',
    });
  });
});

it('[D18] the count of what waits survives a server that stopped before it was written', async () => {
  await using folder = await freshFolder();
  const first = await startInProcess({ DATA_DIR: folder.path });
  const { boards } = (await (await signInStaff(first, 0)).get('/api/boards')).json as {
    boards: { id: string; waiting: number }[];
  };
  await first.close();
  // The index alone is taken back: the journal knows more than it, as after a crash between the two.
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${folder.path}/bridgeboard.sqlite`);
  for (const { name } of database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%queue%'")
    .all()) {
    database.exec(`DELETE FROM ${String(name)}`);
  }
  database.close();
  await using again = await startInProcess({ DATA_DIR: folder.path });
  const after = (await (await signInStaff(again, 0)).get('/api/boards')).json as {
    boards: { id: string; waiting: number }[];
  };
  expect(after.boards.map(({ waiting }) => waiting)).toEqual([6]);
  expect(after.boards.map(({ id }) => id)).toEqual(boards.map(({ id }) => id));
});
