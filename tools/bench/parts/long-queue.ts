import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { launchBrowser } from '@bridgeboard/testkit';
import type { Page } from 'playwright-core';

import { readConfig } from '../../../apps/server/src/config.ts';
import { createRooms } from '../../../apps/server/src/create-rooms.ts';
import { toNobody } from '../../../apps/server/src/rooms/fan-out.ts';
import { worldOf } from '../../../apps/server/src/world.ts';
import { percentile } from '../fanout/percentile.ts';
import { decimals } from '../report/text-table.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { createOps } from './board-content.ts';
import { frames, slowDown } from './frames.ts';
import { buildOurApp, teacherOf } from './our-app.ts';
import type { Part } from './part.ts';

const pupils = 70;
/** A pupil's cases must not be more than may wait (L12). */
const casesEach = 15;
const waiting = pupils * casesEach;
const decisions = 60;
/** Longer than a burst lasts, so that each note is a case of its own (MOD1). */
const apartMs = 61_000;

/** Notes of all pupils of the board's first school, one after the other, in the last quarter of an hour. */
async function letThemWait(dataDir: string, board: string): Promise<void> {
  const storage = await openSqliteStorage({ dataDir });
  let now = Date.now() - (casesEach + 1) * apartMs;
  const world = worldOf(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), { clock: { now: () => now } });
  const rooms = createRooms({ ...world, storage, fanOut: toNobody });
  const room = await rooms.boards.room(board);
  const school = (await storage.catalogue.board(board))?.schools[0] ?? '';
  const classes = await storage.directory.classesOf(school);
  const people = (await Promise.all(classes.map(({ id }) => storage.directory.pupilsOf(id)))).flat();
  for (const [nth, op] of createOps('plain', waiting).entries()) {
    const { id = '', nickname: name = '' } = people[nth % people.length] ?? {};
    const seq = 1 + Math.floor(nth / people.length);
    const result = await room.edit({ id, school, name, role: 'pupil' }, { client: 'bench', seq, ops: [op] });
    if (!('answer' in result) || result.answer.refused) throw new Error('a note could not be made');
    if (nth % people.length === people.length - 1) now += apartMs;
  }
  await rooms.close();
  await storage.close();
}

const saysWaiting = (count: number): string => `${decimals(count)} waiting`;

/** Approves by the key and waits until the queue has one less, as often as asked; ms of each. */
async function decideByKey(page: Page): Promise<number[]> {
  const took: number[] = [];
  for (let left = waiting - 1; took.length < decisions; left -= 1) {
    const before = performance.now();
    await page.keyboard.press('a');
    await page.getByText(saysWaiting(left), { exact: true }).waitFor();
    took.push(performance.now() - before);
  }
  return took;
}

/** The queue of a board on which a whole year group's work waits. */
export const longQueue: Part = {
  name: 'long-queue',
  title: 'A thousand pieces wait',
  method: `Chromium without a graphics card, its processor slowed down to a quarter, on the queue of a board with ${decimals(waiting)} cases: from the address to the first piece; time between frames while the list is scrolled; ${decisions} approvals by the key, each until the list has one less. One person has three minutes for ${decisions}.`,
  async run() {
    await buildOurApp();
    await using server = await BridgeboardServer.start({ people: 2 + 2 * pupils, mode: 'held' });
    await server.restart({ meanwhile: (dataDir) => letThemWait(dataDir, server.board) });
    const browser = await launchBrowser();
    try {
      const context = await teacherOf(server, browser);
      const page = await context.newPage();
      await slowDown(page);
      const asked = performance.now();
      await page.goto(`${server.url}/b/${server.board}/queue`);
      await page.getByText(saysWaiting(waiting), { exact: true }).waitFor();
      const openMs = performance.now() - asked;
      await slowDown(page);
      await page.getByRole('list', { name: 'Waiting pieces' }).hover();
      const scroll = await frames(page, (step) => page.mouse.wheel(0, step % 60 < 40 ? 120 : -120));
      const took = await decideByKey(page);
      const [p50Ms, p95Ms] = [percentile(took, 0.5), percentile(took, 0.95)];
      const allMs = took.reduce((sum, ms) => sum + ms, 0);
      return {
        figures: { waiting, openMs, scroll, decisions, p50Ms, p95Ms, allMs },
        head: [
          'open ms',
          'scroll median ms',
          'scroll p95 ms',
          'decision p50 ms',
          'decision p95 ms',
          `all ${decisions} s`,
        ],
        lines: [[openMs, scroll.medianMs, scroll.p95Ms, p50Ms, p95Ms, allMs / 1_000].map((ms) => decimals(ms, 1))],
      };
    } finally {
      await browser.close();
    }
  },
};
