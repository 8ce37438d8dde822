import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** How long a program may take to end by itself after SIGTERM, in milliseconds. */
const graceMs = 5_000;

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** A program that hangs must not take the report with it. */
  readonly timeoutMs: number;
  /** 'capture' returns what it printed; 'show' prints it as it comes. */
  readonly output: 'capture' | 'show';
}

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly timedOut: boolean;
}

/** Ends the program with all that it started: browsers and workers are in its process group, nothing of others is. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group ended between the look and the signal.
  }
}

/** Runs a program to its end; never throws: a program that cannot be started ends with 127. */
export function runProgram({ command, args, cwd, env, signal, timeoutMs, output }: Program): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
    });
    let printed = '';
    let timedOut = false;
    const stop = (): void => {
      endGroup(child, 'SIGTERM');
      setTimeout(() => endGroup(child, 'SIGKILL'), graceMs).unref();
    };
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const end = (code: number): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve({ code, output: printed, timedOut });
    };
    child.once('error', (error) => {
      printed += error.message;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
