import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { freePort } from '@bridgeboard/testkit';
import type { DemoPeople } from '@bridgeboard/testkit';

const root = join(import.meta.dirname, '..');

/** `pnpm dev` with the demo in a folder of its own: the server, and Vite with the unbuilt app in front of it. */
export class DevServers {
  readonly url: string;
  readonly demo: DemoPeople;
  readonly #process: ChildProcess;
  readonly #dataDir: string;

  private constructor(parts: { url: string; demo: DemoPeople; process: ChildProcess; dataDir: string }) {
    this.url = parts.url;
    this.demo = parts.demo;
    this.#process = parts.process;
    this.#dataDir = parts.dataDir;
  }

  /** Resolves when both are ready. */
  static async start(): Promise<DevServers> {
    const [port, vitePort] = [await freePort(), await freePort()];
    const dataDir = await mkdtemp(join(tmpdir(), 'bridgeboard-dev-'));
    const child = spawn(process.execPath, [join(root, 'tools/dev.ts'), '--port', String(vitePort)], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: dataDir,
        PORT: String(port),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const demo = await readyOf(child);
    return new DevServers({ url: `http://localhost:${vitePort}`, demo, process: child, dataDir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null) {
      this.#process.kill('SIGTERM');
      await once(this.#process, 'exit');
    }
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

async function readyOf(child: ChildProcess): Promise<DemoPeople> {
  const demo = Promise.withResolvers<DemoPeople>();
  const vite = Promise.withResolvers<void>();
  child.once('exit', (code) => demo.reject(new Error(`the development servers stopped with ${code}`)));
  if (!child.stdout) throw new Error('the development servers have no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('demo: ')) demo.resolve(JSON.parse(line.slice('demo: '.length)) as DemoPeople);
    if (line.includes('Local')) vite.resolve();
  });
  const [people] = await Promise.all([demo.promise, vite.promise]);
  return people;
}
