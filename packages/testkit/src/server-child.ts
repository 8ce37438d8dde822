import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The real server as a process of its own; nothing of this process's environment reaches it but the path. */
export function spawnServer(about: {
  readonly port: number;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly args?: readonly string[];
}): ChildProcess {
  return spawn(process.execPath, [join(root, 'apps/server/src/main.ts'), ...(about.args ?? [])], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: about.dataDir,
      PORT: String(about.port),
      DATA_DIR: about.dataDir,
      LOG_LEVEL: 'error',
      ...about.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What `read` finds in the first line of standard output that holds it. Rejects where the server ends before. */
export async function lineOf<Value>(child: ChildProcess, read: (line: string) => Value | undefined): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.on('exit', (code) => reject(new Error(`the server stopped with ${code}: ${complaint.slice(-2_000)}`)));
  const { stdout } = child;
  if (!stdout) throw new Error('the server has no output');
  createInterface({ input: stdout }).on('line', (line) => {
    const value = read(line);
    if (value !== undefined) resolve(value);
  });
  return promise;
}

/** Ends the process, and resolves when it has ended. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
