import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endGroup } from '../run-program.ts';

const stopWithinMs = 5_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

interface Spec {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly program: string;
  readonly argsFor: (port: number, folder: string) => readonly string[];
}

/**
 * A database program on a port and in a folder of its own, which goes with it. What it prints is kept in test-results, for
 * a look when a test blames the server.
 */
export class DatabaseProcess {
  readonly #spec: Spec;
  readonly #port: number;
  readonly #folder: string;
  readonly #log: WriteStream;
  #child: ChildProcess | null = null;

  private constructor(parts: { spec: Spec; port: number; folder: string; log: WriteStream }) {
    this.#spec = parts.spec;
    this.#port = parts.port;
    this.#folder = parts.folder;
    this.#log = parts.log;
  }

  /** Starts the program; whether it answers is for whoever asks it. */
  static async start(spec: Spec): Promise<DatabaseProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-mongo-'));
    await mkdir(join(spec.root, 'test-results'), { recursive: true });
    const log = createWriteStream(join(spec.root, 'test-results', 'mongo.log'), { flags: 'a' });
    const process = new DatabaseProcess({ spec, port: await freePort(), folder, log });
    process.startAgain();
    return process;
  }

  /** `host:port` */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** The same program on the same port and folder, after `kill`. */
  startAgain(): void {
    const { program, argsFor, env } = this.#spec;
    const child = spawn(program, argsFor(this.#port, this.#folder), {
      cwd: this.#folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(this.#log, { end: false });
    child.stderr.pipe(this.#log, { end: false });
    child.once('error', () => (this.#child = null));
    this.#child = child;
  }

  /** Ends the process the hard way, as a power cut does to it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the process, waits for it and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    this.#log.end();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    endGroup(child, signal);
    const force = setTimeout(() => endGroup(child, 'SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(force);
  }
}
