import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';

import { endChild, lineOf, spawnServer } from './server-child.ts';
import { newServerFolder } from './server-folder.ts';

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

  /** Starts the server, on any free port if none is asked for, and resolves when it has printed its demo and is ready. */
  static async start(options: Options = {}): Promise<DemoServer> {
    const dataDir = options.dataDir ?? (await newServerFolder(options.env));
    const child = spawnServer({ port: options.port ?? 0, dataDir, env: options.env });
    const ownsFolder = options.dataDir === undefined;
    try {
      const demo = await readDemo(child);
      const port = options.port ?? Number(new URL(demo.url).port);
      return new DemoServer({ demo, port, dataDir, process: child, ownsFolder });
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
    await endChild(this.#process, signal);
  }
}

function readDemo(child: ChildProcess): Promise<DemoPeople> {
  return lineOf(child, (line) =>
    line.startsWith('demo: ') ? (JSON.parse(line.slice('demo: '.length)) as DemoPeople) : undefined,
  );
}
