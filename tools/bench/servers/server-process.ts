import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { usageOf } from './process-usage.ts';
import type { Usage } from './process-usage.ts';
import { selfReportMark } from './self-report-line.ts';
import type { SelfReport } from './self-report-line.ts';

const root = join(import.meta.dirname, '../../..');

/** Flags for a server that can be asked for a report of itself. */
export const watched: readonly string[] = ['--expose-gc', '--import', join(import.meta.dirname, 'self-report.ts')];

const running = new Set<ChildProcess>();

// Nothing may be left behind when the bench itself is ended in the middle.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A server in a process of its own, started in production mode; ends with its scope. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** Starts a program of the repository and resolves when it prints a line with "ready" and its address. */
  static async start(program: {
    readonly file: string;
    readonly flags?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    /** A program with its arguments that runs it and becomes it, as `strace -D` does. */
    readonly under?: readonly string[];
  }): Promise<ServerProcess> {
    const { PATH = '', HOME = '' } = process.env;
    const words = [...(program.under ?? []), process.execPath, ...(program.flags ?? []), join(root, program.file)];
    const [command = '', ...args] = words;
    const child = spawn(command, args, {
      cwd: root,
      env: { PATH, HOME, NODE_ENV: 'production', ...program.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new ServerProcess(await readyAddress(child, program.file), child);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  usage(): Usage {
    return usageOf(this.pid);
  }

  /** Asks a server that was started as `watched` how it is. */
  selfReport(): Promise<SelfReport> {
    const { stderr } = this.#child;
    if (!stderr) return Promise.reject(new Error('the server has no error output'));
    const lines = createInterface({ input: stderr });
    return new Promise((resolve) => {
      lines.on('line', (line) => {
        if (!line.startsWith(selfReportMark)) return;
        lines.close();
        resolve(JSON.parse(line.slice(selfReportMark.length)) as SelfReport);
      });
      this.#child.kill('SIGUSR2');
    });
  }

  /** Ends it as a restart does (SIGTERM), or as a power cut does; its exit code, or null where it had to be killed. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.isAlive) {
      const ended = once(this.#child, 'exit');
      this.#child.kill(signal);
      await ended;
    }
    return this.#child.exitCode;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

function readyAddress(child: ChildProcess, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4_000)));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${words}`)));
    if (!child.stdout) return reject(new Error(`${file} has no output`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /\bready\b.*?(http:\/\/\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
