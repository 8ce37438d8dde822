import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { HttpPerson } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { pause } from '../../../../tools/prove/kill/pause.ts';
import { startServer } from '../../../../tools/prove/kill/start-server.ts';
import { Work } from '../../../../tools/prove/kill/work.ts';
import { openSqliteProof } from '../../../../tools/prove/stores/sqlite-store.ts';

/** Another program that has the file for writing until it is ended. */
const holder = `
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(process.argv[1], { timeout: 10_000 });
  database.exec('BEGIN IMMEDIATE');
  console.log('held');
  process.stdin.resume();
`;
const heldMs = 2_500;
const answersWithinMs = 2_000;
const backWithinMs = 5_000;

async function hold(file: string): Promise<() => Promise<void>> {
  const args = ['--input-type=module', '--eval', holder, file];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(createInterface({ input: child.stdout }), 'line');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

test(
  '[REL-15] while another program has the file nobody is told that anything was kept, reading goes on, and nothing is lost',
  { timeout: 60_000 },
  async () => {
    await using store = await openSqliteProof();
    let url = '';
    await using work = await Work.prepare({ store, boards: 1, pupils: 8, seed: 1, url: () => url });
    await using server = await startServer(store);
    url = server.url;
    work.begin();
    await work.answered(1);

    const release = await hold(join(store.dataDir, 'bridgeboard.sqlite'));
    const before = work.crowd.answered;
    const [lesson] = work.lessons;
    const asked = performance.now();
    const answer = await new HttpPerson(url, lesson?.people[0]?.cookie).get(`/api/boards/${lesson?.board}/snapshot`);
    expect(answer.status).toBe(200);
    expect(performance.now() - asked).toBeLessThan(answersWithinMs);
    await pause(heldMs);
    // Answers that were under way when the file was taken.
    expect(work.crowd.answered - before).toBeLessThanOrEqual(8);
    await release();

    expect(await work.answered(1)).toBeLessThan(backWithinMs);
    expect(server.isAlive).toBe(true);
    expect(await work.end()).toBeNull();
    await server.stop();
    expect(await work.verdict()).toMatchObject({ lost: [], phantom: [] });
  },
);
