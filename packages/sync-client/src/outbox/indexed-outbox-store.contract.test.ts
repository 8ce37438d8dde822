import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { OutboxBatch, OutboxStore } from './outbox-store.ts';

/** What the page makes of the store's module, called by name from outside. */
interface StorePage {
  readonly store: OutboxStore;
}
type Read = Awaited<ReturnType<OutboxStore['read']>>;

const origin = 'http://outbox.test';
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const idb = join(dirname(createRequire(import.meta.url).resolve('idb')), 'index.js');
const shell = `<script type="importmap">{"imports":{"idb":"/idb.js"}}</script><script type="module">
  import { IndexedOutboxStore } from '/indexed-outbox-store.ts';
  window.store = new IndexedOutboxStore();
</script>`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  page = await (await browser.newContext()).newPage();
  const store = stripTypeScriptTypes(await readFile(new URL('indexed-outbox-store.ts', import.meta.url), 'utf8'));
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: shell });
    else
      await route.fulfill({
        contentType: 'text/javascript',
        body: pathname === '/idb.js' ? await readFile(idb, 'utf8') : store,
      });
  });
  await openTab();
});

afterAll(() => browser.close());

async function openTab(): Promise<void> {
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'store' in window);
}

function write(name: string, batch: OutboxBatch): Promise<void> {
  const asked = { name, batch: JSON.stringify(batch) };
  return page.evaluate(
    ({ name: given, batch: text }) =>
      (window as unknown as StorePage).store.write(given, JSON.parse(text) as OutboxBatch),
    asked,
  );
}

function read(owner: string): Promise<Read> {
  return page.evaluate((given) => (window as unknown as StorePage).store.read(given), owner);
}

const client = 'client-of-one-tab';
const row = { client, owner: 'amelia board', nextSeq: 2, inFlight: null };
const waiting = (order: number) => ({ order, op: { op: 'delete' as const, id: `shape:${order}` } });

test('[D5] what waits survives a reload, in its order, for its own person only', async () => {
  await write(client, { putOutbox: row, putWaiting: [waiting(10), waiting(2)] });
  await write('another-client', {
    putOutbox: { ...row, client: 'another-client', owner: 'oliver board' },
    putWaiting: [waiting(1)],
  });
  await openTab();
  const { outboxes } = await read('amelia board');
  expect(outboxes).toMatchObject([{ row, waiting: [waiting(2), waiting(10)] }]);
});

test('a batch replaces and drops exactly what it names', async () => {
  await write(client, { dropWaiting: [2], putWaiting: [waiting(11)] });
  expect((await read('amelia board')).outboxes[0]?.waiting.map(({ order }) => order)).toEqual([10, 11]);
  await write(client, { clearWaiting: [client], putWaiting: [waiting(12)] });
  expect((await read('amelia board')).outboxes[0]?.waiting.map(({ order }) => order)).toEqual([12]);
  await write(client, { dropOutboxes: [client] });
  expect((await read('amelia board')).outboxes).toEqual([]);
  expect((await read('oliver board')).outboxes).toHaveLength(1);
});

test('a batch that fails leaves nothing of itself behind', async () => {
  const attempt = page.evaluate((good) => {
    const { store } = window as unknown as StorePage;
    const unstorable = { ...good, nextSeq: (() => 1) as unknown as number };
    const putWaiting = [{ order: 1, op: { op: 'delete' as const, id: 'shape:1' } }];
    return store.write('third-client', { putWaiting, putOutbox: unstorable }).then(
      () => 'kept',
      () => 'failed',
    );
  }, row);
  expect(await attempt).toBe('failed');
  await write('third-client', { putOutbox: { ...row, client: 'third-client' } });
  expect((await read('amelia board')).outboxes).toMatchObject([{ waiting: [] }]);
});

test('refused work stays until it is dropped', async () => {
  const work = {
    id: 'w1',
    owner: 'amelia board',
    at: 1,
    code: 'QUOTA' as const,
    whose: null,
    op: waiting(1).op,
    content: null,
  };
  await write(client, { putRefused: [work] });
  await openTab();
  expect((await read('amelia board')).refused).toEqual([work]);
  await write(client, { dropRefused: ['w1'] });
  expect((await read('amelia board')).refused).toEqual([]);
});
