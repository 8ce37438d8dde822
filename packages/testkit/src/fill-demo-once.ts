import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { spawnServer } from './server-child.ts';
import { filledFolderVariable } from './server-folder.ts';

/** Before a run of tests: fills one folder with the demo, as the server's first start would, for all servers of the run. */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bridgeboard-filled-'));
  const child = spawnServer({ port: 0, dataDir, args: ['--prepare'] });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout?.resume();
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the demo could not be filled: ${complaint.slice(-2_000)}`);
  process.env[filledFolderVariable] = dataDir;
  return async () => {
    delete process.env[filledFolderVariable];
    await rm(dataDir, { recursive: true, force: true });
  };
}
