import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshFolder } from '../contract/sqlite-stores.ts';
import { CannotOpenStorage } from '../ports/errors.ts';
import { openSqliteStorage } from './open.ts';

/** Another process that opens the folder and appends to one board, telling each entry once it is kept. */
const other = `
  const { openSqliteStorage } = await import(${JSON.stringify(new URL('open.ts', import.meta.url).href)});
  const { sampleEntry } = await import(${JSON.stringify(new URL('../contract/samples.ts', import.meta.url).href)});
  const storage = await openSqliteStorage({ dataDir: process.argv[1] }).catch((error) => {
    console.log(error.message);
    process.exit(3);
  });
  for (let seq = (await storage.journal.lastSeq('board')) + 1; ; seq += 1) {
    await storage.journal.append([sampleEntry('board', seq)]);
    console.log(seq);
  }
`;

type Child = ChildProcessByStdio<null, Readable, null>;

function startOther(dataDir: string): Child {
  const args = ['--input-type=module', '--eval', other, dataDir];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Lines the other process said, up to the one that makes `enough`. */
async function linesUntil(child: Child, enough: (line: string) => boolean): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (enough(line)) break;
  }
  return lines;
}

describe('a folder', () => {
  let folder: Awaited<ReturnType<typeof freshFolder>>;
  beforeEach(async () => {
    folder = await freshFolder();
  });
  afterEach(() => folder.remove());

  it('that another process has is refused in one sentence', async () => {
    const child = startOther(folder.dataDir);
    await linesUntil(child, () => true);
    await expect(openSqliteStorage(folder)).rejects.toThrow(
      new CannotOpenStorage(`Another Bridgeboard is running on the folder ${folder.dataDir}: stop it first.`),
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('that this process has is refused to another, and keeps what it has', async () => {
    const storage = await openSqliteStorage(folder);
    const child = startOther(folder.dataDir);
    const [said, [code]] = await Promise.all([linesUntil(child, () => true), once(child, 'exit')]);
    expect({ said, code }).toStrictEqual({ said: [expect.stringContaining('Another Bridgeboard')], code: 3 });
    await expect(storage.ping()).resolves.toBeUndefined();
    await storage.close();
  });

  it('that was given back can be opened again', async () => {
    await (await openSqliteStorage(folder)).close();
    const again = await openSqliteStorage(folder);
    await expect(again.ping()).resolves.toBeUndefined();
    await again.close();
  });

  it('[REL-01] is free after kill -9, with every entry that was said to be kept', async () => {
    for (const round of [1, 2, 3]) {
      const child = startOther(folder.dataDir);
      const said = linesUntil(child, (line) => Number(line) >= round * 40).then((lines) => {
        child.kill('SIGKILL');
        return lines;
      });
      await once(child, 'exit');
      const kept = Number((await said).at(-1));
      const storage = await openSqliteStorage(folder);
      const entries = await storage.journal.read('board', 1, 100_000);
      expect(entries.length).toBeGreaterThanOrEqual(kept);
      expect(kept).toBeGreaterThanOrEqual(round * 40);
      await storage.close();
    }
  });
});
