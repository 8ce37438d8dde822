import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endChild, lineOf, spawnServer } from './server-child.ts';

/** The real server without a school, as a process of its own in a folder of its own; ends with its scope. */
export class EmptyServer {
  readonly url: string;
  /** What it printed for whoever sets up the first school. */
  readonly code: string;
  readonly #process: ChildProcess;
  readonly #dataDir: string;

  private constructor(parts: { url: string; code: string; process: ChildProcess; dataDir: string }) {
    this.url = parts.url;
    this.code = parts.code;
    this.#process = parts.process;
    this.#dataDir = parts.dataDir;
  }

  static async start(): Promise<EmptyServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
    const child = spawnServer({ port: 0, dataDir, env: { DEMO: '0' } });
    const [url, code] = await Promise.all([
      lineOf(child, (line) => /^Bridgeboard is ready at (\S+)$/.exec(line)?.[1]),
      lineOf(child, (line) => /: ((?:[A-Z0-9]{4}-){2}[A-Z0-9]{4})$/.exec(line)?.[1]),
    ]);
    return new EmptyServer({ url, code, process: child, dataDir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await endChild(this.#process, 'SIGTERM');
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
