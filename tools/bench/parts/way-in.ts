import {
  DemoServer,
  launchBrowser,
  makeBoard,
  signInStaff,
  type DemoClass,
  type HttpPerson,
} from '@bridgeboard/testkit';
import type { Door } from '@bridgeboard/protocol';
import type { Browser, Page } from 'playwright-core';

import { median } from '../fanout/percentile.ts';
import { decimals } from '../report/text-table.ts';
import { buildOurApp, newContext } from './our-app.ts';
import type { Part } from './part.ts';

const pupil = 'Zainab K.';
const runs = 3;
/** How a child of eight does it: two letters a second, and a look of a second and a half before each tap. */
const letterMs = 500;
const lookMs = 1_500;
/** A school's shared line: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const line = { offline: false, downloadThroughput: 200_000, uploadThroughput: 94_000, latency: 150 };

/** A tablet that has never been here: nothing in its cache, its processor slowed down to a quarter. */
async function slowTablet(browser: Browser): Promise<Page> {
  const context = await newContext(browser);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return page;
}

async function tap(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await target.waitFor();
  await page.waitForTimeout(lookMs);
  await target.click();
}

/** The teacher lets in whoever stands at the door, at once. */
async function letIn(teacher: HttpPerson, board: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { waiting } = (await teacher.get(`/api/boards/${board}/door`)).json as Door;
    const pupils = waiting.map((one) => one.pupil);
    if (pupils.length > 0) await teacher.post(`/api/boards/${board}/admit`, { pupils });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** From the first letter of the code to a board that can be drawn on; and how much of it nobody thought or typed, in ms. */
async function comeIn(page: Page, { url, schoolClass }: { url: string; schoolClass: DemoClass }) {
  await page.goto(url);
  const field = page.getByLabel('Join with your class code');
  await field.waitFor();
  const began = performance.now();
  const code = schoolClass.code.replace('-', '');
  await field.pressSequentially(code, { delay: letterMs });
  await page.keyboard.press('Enter');
  await tap(page, page.getByRole('button', { name: pupil }));
  const pictures = page.getByRole('group', { name: 'Pictures' }).getByRole('button');
  const pin = schoolClass.pupils.find(({ name }) => name === pupil)?.pin ?? [];
  for (const place of pin) await tap(page, pictures.nth(place));
  await page.getByRole('button', { name: 'Pen', exact: true }).waitFor();
  const allMs = performance.now() - began;
  return { allMs, machineMs: allMs - code.length * letterMs - (1 + pin.length) * lookMs };
}

/** How long a child who has never been here takes from the class code to the board. */
export const wayIn: Part = {
  name: 'way-in',
  title: 'From the class code to the board',
  method: `Chromium with an empty cache, its processor slowed down to a quarter, on a line of 1.6 Mbit/s with 150 ms there and back: a child types the code at two letters a second and looks ${lookMs / 1_000} s before each tap on name and pictures; the teacher lets them in at once. From the first letter until the pen can be taken; and what of it is the machine's, without typing and looking. Medians of ${runs} children.`,
  async run() {
    await buildOurApp();
    await using server = await DemoServer.start();
    const teacher = await signInStaff(server, 0);
    const browser = await launchBrowser();
    const [all, machine]: [number[], number[]] = [[], []];
    try {
      for (let run = 0; run < runs; run += 1) {
        const board = await makeBoard(teacher);
        const page = await slowTablet(browser);
        let isIn = false;
        const door = letIn(teacher, board, () => isIn);
        const [schoolClass] = server.demo.classes;
        if (!schoolClass) throw new Error('the demo has no class');
        const { allMs, machineMs } = await comeIn(page, { url: server.url, schoolClass });
        isIn = true;
        await door;
        await teacher.post(`/api/boards/${board}/door`, { minutes: 0 });
        await page.context().close();
        all.push(allMs);
        machine.push(machineMs);
      }
    } finally {
      await browser.close();
    }
    const figures = { allMs: median(all), machineMs: median(machine) };
    return {
      figures,
      head: ['code to board s', 'of it the machine’s s'],
      lines: [Object.values(figures).map((ms) => decimals(ms / 1_000, 1))],
    };
  },
};
