import { BoardHand, PersonBrowser, comeInByHand, launchBrowser, signInByHand } from '@bridgeboard/testkit';
import type { DemoPeople } from '@bridgeboard/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { DevServers } from './dev-servers.ts';
import { Stage, demoBoard, openBoard } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

interface House {
  readonly url: string;
  readonly demo: DemoPeople;
}

/** Staff, a pupil and a parent go through each page there is; answers what went to other origins, and what went wrong. */
async function crawl(browser: Browser, { url, demo }: House): Promise<string[]> {
  const [reedsAccount] = demo.staff;
  const [riverside] = demo.classes;
  if (!reedsAccount || !riverside) throw new Error('the demo is empty');
  await using reed = await PersonBrowser.open(browser, { baseURL: url });
  await signInByHand(reed, reedsAccount);
  const rivers = await demoBoard(reed);
  await BoardHand.open(reed.page, rivers);
  await reed.page.goto(`/b/${rivers}/queue`);
  await reed.page.getByRole('button', { name: /Approve/ }).waitFor();
  const { id } = (await reed.post(`/api/boards/${rivers}/publications`, {})) as { id: string };
  const rain = await openBoard(reed, 'Rain');

  await using oliver = await PersonBrowser.open(browser, { baseURL: url });
  await comeInByHand(oliver, riverside, 'Oliver H.');
  await oliver.page.getByRole('heading', { name: 'Nearly there, Oliver' }).waitFor();
  const { waiting } = (await reed.get(`/api/boards/${rain}/door`)) as { waiting: { pupil: string }[] };
  await reed.post(`/api/boards/${rain}/admit`, { pupils: waiting.map(({ pupil }) => pupil) });
  const hand = await BoardHand.on(oliver.page);
  // Fonts are fetched with the first words.
  await hand.note([400, 300], 'Rain again');

  await using parent = await PersonBrowser.open(browser, { baseURL: url });
  await parent.page.goto(`/p/${id}`, { waitUntil: 'networkidle' });
  await parent.page.goto('/?lang=ar', { waitUntil: 'networkidle' });
  await parent.page.goto('/p/nothing-here');
  const people = [reed, oliver, parent];
  return people.flatMap(({ foreign, errors }) => [...foreign, ...errors]);
}

test('[SG-04] no page of the built app asks anything of another origin, or wants to', async () => {
  expect(await crawl(stage.browser, stage.server)).toEqual([]);
});

test('[SG-04] no page of the unbuilt app under `pnpm dev` does either', async () => {
  await using servers = await DevServers.start();
  await using browser = await launchBrowser();
  expect(await crawl(browser, servers)).toEqual([]);
});
