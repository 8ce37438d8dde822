import { BoardHand, ChaosProxy, DemoServer, freePort, launchBrowser } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, openBoard } from './stage.ts';

let stage: Stage;
let proxy: ChaosProxy;
let reed: PersonBrowser;
let bello: PersonBrowser;
let browser: Browser;
beforeAll(async () => {
  const [from, to] = [await freePort(), await freePort()];
  const server = await DemoServer.start({ port: to, env: { PUBLIC_URL: `http://localhost:${from}` } });
  proxy = await ChaosProxy.start({ from, to });
  browser = await launchBrowser();
  stage = new Stage({ server, browser, url: `http://localhost:${from}` });
  reed = await stage.teacher(0);
  bello = await stage.teacher(1);
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
});

test('[REL-20] a page that wakes on a dead connection replaces it within seconds, and the late end of the old one touches nothing', async () => {
  const board = await openBoard(reed, 'Rain');
  const mine = await BoardHand.open(reed.page, board);
  await mine.note([300, 250], 'Before');
  await mine.saved();

  proxy.stall();
  await mine.note([600, 250], 'Into the void');
  expect(await mine.saveState.filter({ hasText: /^Saved$/ }).count()).toBe(0);
  const theirs = await BoardHand.open(bello.page, board);
  await theirs.note([300, 500], 'Meanwhile');
  await theirs.saved();
  expect(await mine.words('Meanwhile').count()).toBe(0);

  // What a device says of itself when it wakes up or finds another network.
  await reed.page.evaluate(() => dispatchEvent(new Event('online')));
  await mine.words('Meanwhile').waitFor({ timeout: 8_000 });
  await theirs.words('Into the void').waitFor();
  await mine.saved();

  proxy.endStalled();
  await mine.note([600, 500], 'After');
  await theirs.words('After').waitFor();
  await mine.saved();
  expect(await reed.page.getByText('Offline', { exact: true }).count()).toBe(0);

  // Nothing tells the device this time: it hears nothing, asks, and connects anew.
  proxy.stall();
  await theirs.note([600, 500], 'Nobody said so');
  await mine.words('Nobody said so').waitFor({ timeout: 15_000 });
  expect([...reed.errors, ...bello.errors]).toEqual([]);
});
