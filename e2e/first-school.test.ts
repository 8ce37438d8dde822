import { EmptyServer, PersonBrowser, launchBrowser } from '@bridgeboard/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { axeFindings } from './axe.ts';

let server: EmptyServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([EmptyServer.start(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const phone = { viewport: { width: 390, height: 844 } };

test('[PP6] [PP7] [PP9] [PP12] an empty server becomes a school by keyboard, a colleague comes by a link, and goes', async () => {
  await using head = await PersonBrowser.open(browser, { baseURL: server.url });
  const { page } = head;
  await page.goto('/');
  await page.getByRole('link', { name: 'Set up the first school' }).click();
  await page.getByRole('heading', { name: 'Set up the first school' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // The first field has the focus; country, time zone and languages stand at their guesses.
  const typed: readonly (string | null)[] = [server.code, 'Hilltop Primary', 'Hilltop', 'Sheffield', null, null];
  for (const text of typed) await typeAndGoOn(page, text);
  await page.getByLabel('Your name').focus();
  for (const text of ['Mrs Shah', 'shah@hilltop.example', 'a long enough one']) await typeAndGoOn(page, text);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hilltop Primary' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/school');
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Mr Okoro');
  await page.keyboard.press('Enter');
  const link = await page.getByLabel('Link of the invitation').inputValue();
  await page.keyboard.press('Escape');

  await using okoro = await PersonBrowser.open(browser, { baseURL: server.url, ...phone });
  await okoro.page.goto(link);
  await okoro.page.getByRole('heading', { name: /Welcome to .*Hilltop Primary/ }).waitFor();
  expect(okoro.page.url()).toBe(`${server.url}/invitation`);
  await okoro.page.getByLabel('School e-mail').fill('okoro@hilltop.example');
  await okoro.page.getByLabel('Password').fill('another long one');
  await okoro.page.keyboard.press('Enter');
  await okoro.page.getByRole('link', { name: 'School', exact: true }).click();
  await okoro.page.getByText('08:00–18:00').waitFor();
  expect(await okoro.page.getByRole('button', { name: /Change|Invite|Roles|End/ }).count()).toBe(0);

  await page.reload();
  await page.getByRole('button', { name: /^End the account of/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End account' }).click();
  await page.getByText(/Mr Okoro.* can no longer sign in/).waitFor();
  await okoro.page.reload();
  await okoro.page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await page.goto('/set-up');
  await page.getByText('NOT_FOUND').waitFor();
  expect([...head.errors, ...okoro.errors, ...head.foreign, ...okoro.foreign]).toEqual([]);
});

async function typeAndGoOn(page: PersonBrowser['page'], text: string | null): Promise<void> {
  if (text !== null) await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}
