import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { runProgram } from './run-program.ts';
import type { GateContext } from './step.ts';

const aptTimeoutMs = 300_000;

/** The first of these programs in PATH, as a full path. */
export function findProgram(names: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** Whether packages of the system may be installed: only as root, and only where apt-get is. */
export function mayInstall(env: NodeJS.ProcessEnv): boolean {
  return process.getuid?.() === 0 && findProgram(['apt-get'], env) !== undefined;
}

/** Installs packages of the distribution. True when all of them are there afterwards. */
export async function aptInstall(
  { env, signal, say, root }: GateContext,
  packages: readonly string[],
): Promise<boolean> {
  say(`  installing ${packages.join(', ')} with apt-get`);
  const run = (args: readonly string[]): ReturnType<typeof runProgram> =>
    runProgram({
      command: 'apt-get',
      args,
      cwd: root,
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      signal,
      timeoutMs: aptTimeoutMs,
      output: 'capture',
    });
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // The lists of a fresh machine are empty or old; where they are good, asking for them costs seconds for nothing.
  if ((await run(install)).code === 0) return true;
  await run(['update']);
  const ended = await run(install);
  if (ended.code !== 0) say(ended.output.trimEnd());
  return ended.code === 0;
}
