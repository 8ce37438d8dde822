import { afterAll, beforeAll, expect, it } from 'vitest';

import { letIn, openBoard, Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[BP1] [BP6] a class that may only look loses its tools at once; a guest looks on until the link is turned off', async () => {
  const reed = await stage.teacher(0);
  const board = await openBoard(reed, 'Permissions');
  const amelia = await stage.pupil(0, 'Amelia R.');
  await letIn(reed, board);
  await amelia.page.goto(`/b/${board}`);
  const tools = amelia.page.getByRole('toolbar').first();
  await tools.waitFor();

  await reed.page.goto(`/b/${board}/people`);
  await reed.page.getByText(/Pupils of Riverside can add their own work\./).waitFor();
  await reed.page.getByRole('combobox', { name: 'What 5B can do' }).click();
  await reed.page.getByRole('option', { name: 'Look', exact: true }).click();
  await amelia.page.getByText('You can look at this board, not draw on it.').waitFor();
  await tools.waitFor({ state: 'hidden' });
  await reed.page.getByText(/5B.? can look\./).waitFor();

  await reed.page.getByLabel('Name of a guest of one lesson').fill('Dr Cole');
  await reed.page.getByRole('button', { name: 'Make a link' }).click();
  const link = await reed.page.getByRole('textbox', { name: 'The link' }).inputValue();
  const cole = await stage.stranger();
  await cole.page.goto(link);
  await cole.page.getByText(/Dr Cole, you are a guest of/).waitFor();
  expect(new URL(cole.page.url()).hash).toBe('');
  await amelia.page.getByText(/Guest: .?Dr Cole.? is looking on/).waitFor();
  await reed.page.getByRole('button', { name: 'Turn off the link of Dr Cole' }).click();
  await cole.page.getByRole('heading', { name: 'This visit is over' }).waitFor();
  for (const person of [reed, amelia, cole]) expect(person.errors).toEqual([]);
});
