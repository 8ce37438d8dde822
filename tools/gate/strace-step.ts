import { spawnSync } from 'node:child_process';

import { aptInstall, findProgram, mayInstall } from './apt.ts';
import { notRun, pass } from './step.ts';
import type { GateContext, Step } from './step.ts';

/** Path of a strace that may trace on this machine; null where there is none, or where it may not. */
export function findStrace(env: NodeJS.ProcessEnv): string | null {
  const strace = findProgram(['strace'], env);
  const mayTrace = strace !== undefined && spawnSync(strace, ['-f', '-o', '/dev/null', 'true']).status === 0;
  return mayTrace ? strace : null;
}

/** The same after installing the distribution's, where there is none and that is allowed. */
export async function fetchStrace(context: GateContext): Promise<string | null> {
  if (!findProgram(['strace'], context.env) && mayInstall(context.env)) await aptInstall(context, ['strace']);
  return findStrace(context.env);
}

/** What looks at each write and each wait for the disk; without it those cases are not run. */
export const straceStep: Step = {
  name: 'strace',
  isStatic: false,
  async run(context) {
    const strace = await fetchStrace(context);
    return strace === null ? notRun('none that may trace: what waits for the disk is not watched') : pass(strace);
  },
};
