import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

function start(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: join(root, folder), stdio: 'inherit' });
}

/**
 * `pnpm dev`: the server, started again on each change, and Vite in front of it with the web app unbuilt.
 * Requests that Vite does not answer itself go to the server. What stands behind the command goes to Vite: `--port 5200`.
 */
const programs = [
  start('.', ['--watch', 'apps/server/src/main.ts']),
  start('apps/web', ['node_modules/vite/bin/vite.js', ...process.argv.slice(2)]),
];

function stopAll(): void {
  for (const program of programs) program.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopAll);
// One without the other is of no use: whoever reads the terminal should see why it ended.
for (const program of programs) program.once('exit', stopAll);
