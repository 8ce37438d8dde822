import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { freePort } from './free-port.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the server prints of its demo: everything needed to come in as any of its people. */
export interface DemoPeople {
  readonly url: string;
  readonly staff: readonly DemoStaff[];
  readonly classes: readonly DemoClass[];
}

export interface DemoStaff {
  readonly school: string;
  readonly email: string;
  readonly password: string;
}

export interface DemoClass {
  readonly school: string;
  readonly code: string;
  readonly pupils: readonly DemoPupil[];
}

interface DemoPupil {
  readonly name: string;
  /** Places of the four pictures, counted from 0. */
  readonly pin: readonly number[];
}

interface Options {
  readonly port?: number;
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real server as a process of its own, with the demo in a folder of its own; ends with its scope. */
export class DemoServer {
  readonly demo: DemoPeople;
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly #process: ChildProcess;
  readonly #ownsFolder: boolean;

  private constructor(parts: {
    demo: DemoPeople;
    port: number;
    dataDir: string;
    process: ChildProcess;
    ownsFolder: boolean;
  }) {
    this.demo = parts.demo;
    this.port = parts.port;
    this.url = `http://localhost:${parts.port}`;
    this.dataDir = parts.dataDir;
    this.#process = parts.process;
    this.#ownsFolder = parts.ownsFolder;
  }

  /** Starts the server and resolves when it has printed its demo and is ready. */
  static async start(options: Options = {}): Promise<DemoServer> {
    const port = options.port ?? (await freePort());
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'bridgeboard-')));
    const child = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: dataDir,
        PORT: String(port),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'error',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ownsFolder = options.dataDir === undefined;
    try {
      return new DemoServer({ demo: await readDemo(child), port, dataDir, process: child, ownsFolder });
    } catch (error) {
      if (ownsFolder) await rm(dataDir, { recursive: true, force: true });
      throw error;
    }
  }

  /** Ends the process the hard way, as a power cut does to it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** The same server again on the same folder and port, after `kill` or `stop`. */
  async restart(env: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
    return DemoServer.start({ port: this.port, dataDir: this.dataDir, env });
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    if (this.#ownsFolder) await rm(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
  }
}

async function readDemo(child: ChildProcess): Promise<DemoPeople> {
  const { promise, resolve, reject } = Promise.withResolvers<DemoPeople>();
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.on('exit', (code) => reject(new Error(`the server stopped with ${code}: ${complaint.slice(-2_000)}`)));
  const { stdout } = child;
  if (!stdout) throw new Error('the server has no output');
  createInterface({ input: stdout }).on('line', (line) => {
    if (line.startsWith('demo: ')) resolve(JSON.parse(line.slice('demo: '.length)) as DemoPeople);
  });
  return promise;
}
