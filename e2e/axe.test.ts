import { BoardHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { axeFindings } from './axe.ts';
import { Stage, demoBoard, letIn, openBoard } from './stage.ts';

let stage: Stage;
let reed: PersonBrowser;
let rivers: string;
beforeAll(async () => {
  stage = await Stage.set();
  reed = await stage.teacher(0, { reducedMotion: 'reduce' });
  rivers = await demoBoard(reed);
});
afterAll(() => stage[Symbol.asyncDispose]());

async function expectNoFindings({ page }: PersonBrowser, what: string): Promise<void> {
  expect(await axeFindings(page), what).toEqual([]);
}

test('[D13] [AG3] axe finds nothing on the pages of a pupil’s way in, nor on the board, and what is kept of them is one tap away', async () => {
  const board = await openBoard(reed, 'Rain');
  await using oliver = await stage.stranger();
  const { page } = oliver;
  await page.goto('/');
  await expectNoFindings(oliver, 'front door');
  await page.getByLabel('Join with your class code').fill(stage.classOf(0).code);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await expectNoFindings(oliver, 'names');
  await page.getByRole('link', { name: 'What is kept about you' }).click();
  await page.getByText('No surname, no e-mail').waitFor();
  await expectNoFindings(oliver, 'notice');
  await page.getByRole('tab', { name: '5 to 7 years' }).click();
  await page.getByText('Your first name, and what you draw and write.').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Oliver H.' }).click();
  await page.getByRole('heading', { name: /Hello/ }).waitFor();
  const pictures = page.getByRole('group', { name: 'Pictures' }).getByRole('button');
  const [first = 0, ...rest] = stage.classOf(0).pupils.find(({ name }) => name === 'Oliver H.')?.pin ?? [];
  await pictures.nth(first).click();
  await expectNoFindings(oliver, 'pictures');
  for (const place of rest) await pictures.nth(place).click();
  await page.getByRole('heading', { name: /Nearly there/ }).waitFor();
  await expectNoFindings(oliver, 'lobby');
  await letIn(reed, board);
  const hand = await BoardHand.on(page);
  await hand.note([500, 300], 'Rain');
  await hand.saved();
  await page.getByRole('button', { name: /My work/ }).click();
  await page.getByRole('dialog', { name: 'My work' }).waitFor();
  await expectNoFindings(oliver, 'pupil’s board');
});

test('[D13] axe finds nothing on the pages of staff', async () => {
  const { page } = reed;
  await using nobody = await stage.stranger();
  await nobody.page.goto('/sign-in');
  await nobody.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await nobody.page.locator('[aria-invalid="true"]').first().waitFor();
  await expectNoFindings(nobody, 'sign-in with a problem');

  await page.goto('/home');
  await page
    .getByRole('link', { name: /to check/ })
    .first()
    .waitFor();
  await expectNoFindings(reed, 'home');
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByRole('link', { name: '5B' }).click();
  await page.getByRole('button', { name: 'Add a list of names' }).click();
  await page.getByLabel('Paste a list, one pupil a line').fill('Ada L.\nGrace Hopper');
  await page.getByRole('button', { name: 'Add 1 pupil' }).waitFor();
  await expectNoFindings(reed, 'class with a list');
  await BoardHand.open(page, rivers);
  await page.getByRole('button', { name: /Approve/ }).waitFor();
  await expectNoFindings(reed, 'board with queue');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: /^Publish/ }).waitFor();
  await expectNoFindings(reed, 'board with people and the share panel');
  await page.getByRole('button', { name: 'Report a concern' }).click();
  await page.getByRole('button', { name: 'The whole board' }).click();
  await expectNoFindings(reed, 'report of a concern');
  await reed.post(`/api/boards/${rivers}/concerns`, {
    id: 'a-report-for-axe',
    about: { kind: 'board' },
    reason: 'other',
  });
  await page.goto('/kept');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectNoFindings(reed, 'how long things are kept');
  await page.goto('/safeguarding');
  await page.getByRole('link', { name: 'Something else' }).click();
  await page.getByRole('button', { name: 'Show what was sealed' }).click();
  await page.getByText(/Nothing was sealed/).waitFor();
  await expectNoFindings(reed, 'safeguarding case');
  await page.goto(`/b/${rivers}/queue`);
  await page.getByRole('button', { name: /Approve/ }).waitFor();
  await expectNoFindings(reed, 'queue');
});

test('[D13] axe finds nothing on the published page, nor where a page is missing', async () => {
  const { id } = (await reed.post(`/api/boards/${rivers}/publications`, {})) as { id: string };
  await using parent = await stage.stranger({ viewport: { width: 390, height: 844 } });
  await parent.page.goto(`/p/${id}`);
  await expectNoFindings(parent, 'published page');
  await parent.page.goto('/p/AAAAAAAAAAAAAAAAAAAAAA');
  await expectNoFindings(parent, 'missing page');
  await reed.page.goto('/b/AAAAAAAAAAAAAAAAAAAAAA');
  await reed.page.getByRole('heading', { level: 1 }).waitFor();
  await expectNoFindings(reed, 'missing board');
});
