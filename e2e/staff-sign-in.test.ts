import { afterAll, beforeAll, expect, test } from 'vitest';

import { appCode } from '../apps/server/test/app-code.ts';
import { axeFindings } from './axe.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('[SEC-30] told that too many sign in at once, the page says so quietly and asks again by itself', async () => {
  const { email = '', password = '' } = stage.server.demo.staff[1] ?? {};
  await using bello = await stage.stranger();
  const { page } = bello;
  let isBusy = true;
  const refusal = { code: 'BUSY', message: '', retryable: true, requestId: 'r1', retryAfterMs: 50 };
  await page.route('**/api/auth/sign-in/email', (route) =>
    isBusy ? route.fulfill({ status: 503, json: refusal }) : route.continue(),
  );
  await page.goto('/sign-in');
  await page.getByLabel('School e-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('We try again by ourselves').waitFor();
  expect(await page.getByRole('alert').getByRole('paragraph').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  isBusy = false;
  await page.waitForURL('**/home');
});

test('[SI3] [SI4] [SI6] a teacher sets up an app by keyboard alone, and signs in with it elsewhere', async () => {
  const { email = '', password = '' } = stage.server.demo.staff[0] ?? {};
  await using reed = await stage.teacher(0);
  const { page } = reed;
  await page.goto('/account');
  await page.getByRole('button', { name: 'Set up' }).press('Enter');
  await page.keyboard.type('not it');
  await page.keyboard.press('Enter');
  await page.getByText('This is not your password').waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /Scan this/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const secret = (await page.locator('form code').innerText()).replaceAll(' ', '');
  await page.keyboard.type(appCode(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ })
      .count(),
  ).toBe(10);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter');

  await using phone = await stage.stranger({ viewport: { width: 390, height: 844 } });
  await phone.page.goto('/sign-in');
  await phone.page.getByLabel('School e-mail').fill(email);
  await phone.page.getByLabel('Password').fill(password);
  await phone.page.keyboard.press('Enter');
  await phone.page.getByLabel('Code').waitFor();
  expect(await axeFindings(phone.page)).toEqual([]);
  await phone.page.keyboard.type(appCode(secret, 1));
  await phone.page.keyboard.press('Enter');
  await phone.page.waitForURL('**/home');

  await page.reload();
  await page.getByRole('button', { name: 'End all others' }).press('Enter');
  await page.getByText('1 other sign-in ended').waitFor();
  await phone.page.reload();
  await phone.page.waitForURL('**/sign-in');
  expect([...reed.errors, ...phone.errors, ...reed.foreign, ...phone.foreign]).toEqual([]);
});

test('[SI12] [SI16] [SI18] a school asks for a second step, a teacher makes a passkey, and comes in by it alone', async () => {
  const { email = '', password = '' } = stage.server.demo.staff[1] ?? {};
  await using bello = await stage.teacher(1);
  const { page } = bello;
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const kind = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { ...kind, isUserVerified: true } });

  await bello.post('/api/school/second-factor', { of: 'staff', from: 0, providerCounts: false });
  await page.goto('/classes');
  await page.waitForURL('**/account');
  await page.getByText('Your school asks you for a second step').waitFor();
  expect(await page.getByRole('link', { name: 'Classes' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Add a passkey' }).press('Enter');
  await page.keyboard.type('My tablet');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Remove.*My tablet/ }).waitFor();
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.waitForURL('**/classes');

  await bello.post('/api/auth/sign-out', {});
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await page.waitForURL('**/home');

  await bello.post('/api/auth/sign-out', {});
  await page.goto('/sign-in');
  await page.getByLabel('School e-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('Now show your passkey').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/home');
  expect([...bello.errors, ...bello.foreign]).toEqual([]);
});
