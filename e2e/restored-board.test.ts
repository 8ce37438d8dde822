import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { BoardHand, DemoServer, comeInQuickly } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import { Stage } from './stage.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

let stage: Stage;
let lesson: Lesson;
let folder: string;
let restored: DemoServer | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
});
afterAll(async () => {
  await stage.browser.close();
  await restored?.stop();
  await stage.server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Runs an operator's command as `pnpm` does, on the store of a folder. */
async function command(tool: string, args: readonly string[], dataDir: string): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir };
  const child = spawn(process.execPath, [`tools/${tool}.ts`, ...args], { cwd: root, env, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  expect(code, tool).toBe(0);
}

test('[REL-19] [P33] after a restore a pupil’s page says which moment the board was set back to, and unsent work arrives, held', async () => {
  const oliver = await lesson.bring(0, 'Oliver H.');
  await oliver.hand.note([300, 250], 'In the backup');
  await oliver.hand.saved();
  await command('backup', [join(folder, 'backup')], stage.server.dataDir);
  await oliver.hand.note([600, 250], 'After the backup');
  await oliver.hand.saved();
  await oliver.person.context.setOffline(true);
  await oliver.hand.note([300, 500], 'Not sent yet');
  await oliver.hand.saveState.filter({ hasText: /kept on this device/ }).waitFor();

  await stage.server.stop();
  const data = join(folder, 'data');
  await command('restore', [join(folder, 'backup')], data);
  // The demo's own secrets are no part of a backup.
  await cp(join(stage.server.dataDir, 'demo.json'), join(data, 'demo.json'));
  restored = await DemoServer.start({ port: stage.server.port, dataDir: data });
  await oliver.person.context.setOffline(false);
  const { page } = oliver.person;
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();

  // Sessions are in no backup: everybody comes in again, and the device has kept what was not sent.
  await comeInQuickly(oliver.person, stage.classOf(0), 'Oliver H.');
  const again = await BoardHand.open(page, lesson.board);
  await page.getByText(/^The board was set back to .+, \d\d:\d\d\. What you had not sent yet is kept\.$/).waitFor();
  await again.saved();
  await again.words('Not sent yet').waitFor();
  await again.words('In the backup').waitFor();
  expect(await again.words('After the backup').count()).toBe(0);

  const teacher = await stage.teacher(0);
  const hers = await BoardHand.open(teacher.page, lesson.board);
  await hers.words('Not sent yet').waitFor();
  const far = await stage.teacher(1);
  const theirs = await BoardHand.open(far.page, lesson.board);
  await hers.note([600, 500], 'For everybody');
  await theirs.words('For everybody').waitFor();
  expect(await theirs.words('Not sent yet').count()).toBe(0);
});
