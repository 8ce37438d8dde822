import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, demoBoard } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('[CH3, CH4, CH10] two administrators read the same charter: one agrees to a proposal, the other tightens, and it holds', async () => {
  await using reed = await stage.teacher(0);
  await using bello = await stage.teacher(1);
  for (const { page } of [reed, bello]) {
    await page.goto('/partnerships');
    await page.getByRole('main').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /^Charter of/ }).waitFor();
  }
  const names = bello.page.getByRole('row', { name: /^Names the other school sees/ });
  await names.getByText(/loosens: needs .?Ms Reed/).waitFor();
  await reed.page.getByRole('button', { name: 'Agree to: First name and initial' }).click();
  await names.getByText(/loosens: needs .?Ms Reed/).waitFor({ state: 'detached' });
  expect(await names.getByRole('cell').nth(1).innerText()).toBe('First name and initial');

  await bello.page.getByRole('combobox', { name: 'Photos and pictures' }).click();
  await bello.page.getByRole('option', { name: 'Never' }).click();
  const photos = reed.page.getByRole('row', { name: /^Photos and pictures/ });
  await photos.getByText('Rule of Al-Noor').waitFor();
  expect(await photos.getByRole('cell').nth(1).innerText()).toContain('Never');

  const board = await demoBoard(reed);
  const refused = await reed.page.evaluate(async (path) => {
    const answer = await fetch(path, { method: 'PUT', body: new Blob(['x'], { type: 'image/png' }) });
    return (await answer.json()) as unknown;
  }, `/api/boards/${board}/pictures/a-picture-of-mine-001`);
  expect(refused).toMatchObject({ code: 'PHOTOS_NEVER', charter: { line: 'photos', schools: ['Al-Noor'] } });
  expect([...reed.errors, ...bello.errors]).toEqual([]);
});
