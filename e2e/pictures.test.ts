import type { QueueItem } from '@bridgeboard/protocol';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
let oliver: Player;

beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Pictures');
  oliver = await lesson.bring(0, 'Oliver H.');
});
afterAll(() => stage[Symbol.asyncDispose]());

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A photo of a yellow sun, as a camera would name it. */
async function photo(page: Page, colour = '#3a7ca5'): Promise<ChosenFile> {
  const address = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 800, height: 600 });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = fill;
    pen.fillRect(0, 0, 800, 600);
    pen.fillStyle = '#f4d35e';
    pen.arc(400, 300, 160, 0, 7);
    pen.fill();
    return canvas.toDataURL('image/jpeg');
  }, colour);
  const buffer = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return { name: 'IMG_0042-our-house.jpg', mimeType: 'image/jpeg', buffer };
}

function pictures({ hand }: Player, words: string): Locator {
  return hand.canvas.getByRole('img', { name: words }).locator('.tl-image');
}

async function choose({ person }: Player, file: ChosenFile): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser');
  await person.page.getByRole('button', { name: 'Picture', exact: true }).click();
  await (await chooser).setFiles([file]);
}

async function describePicture({ person }: Player, words: string): Promise<void> {
  await person.page.getByRole('dialog', { name: 'What does the picture show?' }).waitFor();
  await person.page.getByLabel('Description').fill(words);
  await person.page.getByRole('button', { name: 'Put it on the board' }).click();
}

async function add(player: Player, words: string, colour?: string): Promise<void> {
  await choose(player, await photo(player.person.page, colour));
  await describePicture(player, words);
}

/** Whether its bytes are here and could be drawn. */
async function isDrawn(picture: Locator): Promise<boolean> {
  return picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
}

async function statusOf({ person }: Player, address: string): Promise<number> {
  return person.page.evaluate(async (path) => (await fetch(path)).status, address);
}

async function approve(words: string): Promise<void> {
  const { person } = lesson.reed;
  const path = `/api/boards/${lesson.board}`;
  const waiting = async (): Promise<QueueItem | undefined> => {
    const { items } = (await person.get(`${path}/queue`)) as { items: QueueItem[] };
    return items.find((item) => item.words.includes(words) && item.status === 'waiting');
  };
  await expect.poll(waiting).toBeDefined();
  const item = await waiting();
  await person.post(`${path}/cases/${item?.case ?? ''}/decision`, { verdict: 'board', hash: item?.hash ?? '' });
}

test('[P19] [SG-06] a pupil’s picture is seen by the own teacher at once, and by the other school only when it is let out', async () => {
  const { reed, bello } = lesson;
  const words = 'The sun over our river';
  await add(oliver, words);
  const [own, teachers] = [pictures(oliver, words), pictures(reed, words)];
  await expect.poll(() => isDrawn(own)).toBe(true);
  await expect.poll(() => isDrawn(teachers)).toBe(true);
  await oliver.hand.saved();
  const address = (await own.getAttribute('src')) ?? '';
  expect(address).toMatch(/^\/a\/[\w-]{21}/);
  await reed.hand.note([900, 560], 'For everybody');
  await bello.hand.words('For everybody').waitFor();
  expect(await pictures(bello, words).count()).toBe(0);
  expect(await bello.wire.mentioned([words, 'our-house', address.slice(0, 24)])).toEqual([]);
  expect([await statusOf(reed, address), await statusOf(bello, address)]).toEqual([200, 404]);

  await approve(words);
  await expect.poll(() => isDrawn(pictures(bello, words))).toBe(true);
  expect(await statusOf(bello, address)).toBe(200);
  for (const { person } of [oliver, reed, bello]) expect([person.foreign, person.errors]).toEqual([[], []]);
});

test('[REL-05] [REL-22] a picture that is added without a network is kept, survives a reload, and hangs when there is one again', async () => {
  const { page } = oliver.person;
  const words = 'Kept for later';
  await page.route('**/pictures/*', (route) => route.abort());
  await add(oliver, words, '#5f0f40');
  await page.getByText('Kept on this device, sent later').waitFor();
  await oliver.hand.saveState.filter({ hasText: '1 change kept on this device' }).waitFor();
  await page.reload();
  await page.getByText('Kept on this device, sent later').waitFor();
  expect(await pictures(lesson.reed, words).count()).toBe(0);
  await page.unroute('**/pictures/*');
  // It tries by itself too, and then there is nothing to press any more.
  await page
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 2_000 })
    .catch(() => undefined);
  await expect.poll(() => isDrawn(pictures(lesson.reed, words))).toBe(true);
  await page.getByText('Kept on this device, sent later').waitFor({ state: 'detached' });
});

test('[SEC-23] what is no picture is refused in words, and nothing is sent', async () => {
  const { page } = oliver.person;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  for (const file of [
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: svg },
    { name: 'drawing.png', mimeType: 'image/png', buffer: svg },
  ]) {
    await choose(oliver, file);
    const said = page.getByText('This file is not a picture that works here.');
    await said.waitFor();
    await page.getByRole('button', { name: /close/i }).last().click();
    await said.waitFor({ state: 'detached' });
  }
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document
      .querySelector('.tl-container')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, svg.toString());
  await oliver.hand.note([400, 600], 'After the paste');
  await oliver.hand.saved();
  expect(await page.locator('.tl-canvas script').count()).toBe(0);
});

test('[D13] a picture is dropped on the board, described by keys alone, and taken back by undo', async () => {
  const { page } = lesson.reed.person;
  const { buffer } = await photo(page, '#0f4c5c');
  await page.evaluate(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], 'x.jpg', { type: 'image/jpeg' }));
      const canvas = document.querySelector('.tl-canvas');
      canvas?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, clientX: 300, clientY: 300, bubbles: true }));
    },
    [...buffer],
  );
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Write a few words, or say that it is only decoration.').waitFor();
  await page.keyboard.type('Dropped by Ms Reed');
  await page.keyboard.press('Enter');
  const dropped = pictures(lesson.bello, 'Dropped by Ms Reed');
  await expect.poll(() => isDrawn(dropped)).toBe(true);
  await page.keyboard.press('Control+z');
  await dropped.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => isDrawn(dropped)).toBe(true);
});
