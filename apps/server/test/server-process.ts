import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { DemoPeople } from '@bridgeboard/testkit';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The real server as a process of its own; ends with its scope. */
export class ServerProcess {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #complaints: string[];
  readonly #printed: string[];

  private constructor(parts: { url: string; process: ChildProcess; complaints: string[]; printed: string[] }) {
    this.url = parts.url;
    this.#process = parts.process;
    this.#complaints = parts.complaints;
    this.#printed = parts.printed;
  }

  /** Resolves when it takes requests. */
  static async start(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const complaints: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    child.on('exit', (code) => reject(new Error(`the server stopped with ${code}: ${complaints.join('\n')}`)));
    const printed: string[] = [];
    const hasDemo = Promise.withResolvers<void>();
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(line);
      const url = /^Bridgeboard is ready at (\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
      if (line.startsWith('demo: ')) hasDemo.resolve();
    });
    // The last line it prints, where it has a demo.
    await Promise.all([promise, env['DEMO'] === '0' ? null : hasDemo.promise]);
    return new ServerProcess({ url: await promise, process: child, complaints, printed });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Everything it wrote to standard error: errors it logged, and faults that nobody handled. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /** The people of its demo, as it told them on standard output. */
  get demo(): DemoPeople {
    const line = this.#printed.find((each) => each.startsWith('demo: ')) ?? '';
    return JSON.parse(line.slice('demo: '.length)) as DemoPeople;
  }

  /** Asks it to stop, and does not wait. */
  signal(signal: 'SIGTERM' | 'SIGINT'): void {
    this.#process.kill(signal);
  }

  /** Resolves when it has ended, with its exit code. */
  async ended(): Promise<number | null> {
    if (this.isAlive) await once(this.#process, 'close');
    return this.#process.exitCode;
  }

  /** Memory that the system has given it, in MiB. */
  residentMiB(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1_024;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isAlive) return;
    this.#process.kill('SIGTERM');
    await once(this.#process, 'exit');
  }
}
