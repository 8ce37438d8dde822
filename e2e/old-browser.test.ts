import { oldestSupported, protocolVersion } from '@bridgeboard/protocol';
import { BoardHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import { Stage, letIn } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** What one browser says of the version of the protocol that it speaks; null for the truth. */
async function speakAs(page: Page): Promise<{ version: number | null }> {
  const says: { version: number | null } = { version: null };
  // A page that comes back just when the network does may try long-polling, where it would say the truth.
  await page.route('**/socket.io/**', (route) => route.abort());
  await page.routeWebSocket('**/socket.io/**', (near) => {
    const far = near.connectToServer();
    near.onMessage((message) => {
      const text = String(message);
      const isJoin = says.version !== null && text.includes('["join",');
      far.send(isJoin ? text.replace(/"protocol":\d+/, `"protocol":${says.version}`) : message);
    });
  });
  return says;
}

/** A pupil on the board, in a browser that may be made to look like an older one. */
async function bringOliver(): Promise<{ oliver: PersonBrowser; hand: BoardHand; says: { version: number | null } }> {
  const oliver = await stage.pupil(0, 'Oliver H.');
  await letIn(lesson.reed.person, lesson.board);
  const says = await speakAs(oliver.page);
  return { oliver, says, hand: await BoardHand.open(oliver.page, lesson.board) };
}

test('[UP4] [REL-17] a page of the version before goes on; one that is served no more is told to load again, and what it had not sent arrives after that', async () => {
  const { oliver, hand, says } = await bringOliver();
  expect(oldestSupported).toBeLessThan(protocolVersion);
  says.version = oldestSupported;
  await oliver.page.reload();
  const before = await BoardHand.on(oliver.page);
  await before.note([300, 250], 'From the version before');
  await lesson.reed.hand.words('From the version before').waitFor();
  await hand.saved();

  await oliver.context.setOffline(true);
  await oliver.page.getByText('Offline', { exact: true }).waitFor();
  await before.note([600, 250], 'Not sent yet');
  await before.saveState.filter({ hasText: /kept on this device/ }).waitFor();
  says.version = oldestSupported - 1;
  await oliver.context.setOffline(false);
  await oliver.page.getByRole('heading', { name: 'Bridgeboard has been updated' }).waitFor();
  expect(await lesson.reed.hand.words('Not sent yet').count()).toBe(0);

  says.version = null;
  await oliver.page.getByRole('button', { name: 'Try again' }).click();
  const after = await BoardHand.on(oliver.page);
  await lesson.reed.hand.words('Not sent yet').waitFor();
  await after.saved();
  expect(await after.words('Not sent yet').count()).toBe(1);
  expect(oliver.errors).toEqual([]);
});
