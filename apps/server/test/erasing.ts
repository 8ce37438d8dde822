import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { openBeside } from '@bridgeboard/storage/sqlite';
import { until, type RawClient } from '@bridgeboard/testkit';

import type { Crowd } from './crowd.ts';

/** Files of a folder and of those in it that hold something, in whatever way it is stored, or are called so. */
export async function filesWith(folder: string, wanted: string | Buffer): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const found = files.filter((file) => file.includes(String(wanted)) || readFileSync(file).includes(wanted));
  return found.map((file) => relative(folder, file));
}

/** Lets a record of the first school go to everybody. */
export async function approve(crowd: Crowd, teacher: RawClient, record: string): Promise<void> {
  crowd.server.clock.forward(61_000);
  const found = await until(
    () => [...teacher.cases.values()].find((one) => one.records.includes(record) && one.hash !== undefined),
    'a case that can be decided',
  );
  const path = `/api/boards/${crowd.board}/cases/${found.id}/decision`;
  const { status } = await crowd.of(0).teacher.http.post(path, { verdict: 'board', hash: found.hash });
  if (status !== 200) throw new Error(`the decision was answered ${status}`);
}

/** Asks as the operator's command does while a server has the folder, and waits as it does. */
export async function askToErase(dataDir: string, id: string): Promise<void> {
  const { erasures, close } = await openBeside(dataDir);
  await erasures.put({ id, kind: 'person', askedAt: Date.now(), doneAt: null });
  for (let done = false; !done;) {
    await new Promise((resolve) => setImmediate(resolve));
    done = (await erasures.all()).some((one) => one.id === id && one.doneAt !== null);
  }
  close();
}
