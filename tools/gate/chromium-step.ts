import { existsSync } from 'node:fs';

import { aptInstall, findProgram, mayInstall } from './apt.ts';
import { runProgram } from './run-program.ts';
import { fail, pass } from './step.ts';
import type { GateContext, Step } from './step.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const versionTimeoutMs = 20_000;

function find(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['CHROMIUM_PATH'];
  return named && existsSync(named) ? named : findProgram(names, env);
}

async function versionOf(path: string, { root, env, signal }: GateContext): Promise<string> {
  const ended = await runProgram({
    command: path,
    args: ['--version'],
    cwd: root,
    env,
    signal,
    timeoutMs: versionTimeoutMs,
    output: 'capture',
  });
  // Debian's wrapper may complain first.
  return (
    ended.output
      .split('\n')
      .find((line) => /^\S.* \d+\.\d+/.test(line))
      ?.trim() ?? path
  );
}

/** Finds a browser for the tests, or installs the distribution's; hands its path on as CHROMIUM_PATH. */
export const chromiumStep: Step = {
  name: 'chromium',
  isStatic: false,
  async run(context) {
    const { env } = context;
    if (!find(env) && mayInstall(env)) await aptInstall(context, ['chromium', 'fonts-dejavu-core']);
    const path = find(env);
    if (!path) return fail('none found: install Chromium, or set CHROMIUM_PATH');
    env['CHROMIUM_PATH'] = path;
    return pass(await versionOf(path, context));
  },
};
