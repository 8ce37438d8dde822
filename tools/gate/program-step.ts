import { join } from 'node:path';

import { runProgram } from './run-program.ts';
import { fail, pass } from './step.ts';
import type { GateContext, Step, StepResult } from './step.ts';

const staticTimeoutMs = 120_000;

/** A tool of node_modules/.bin whose exit code is the verdict; what it prints is shown when it objects. */
export function programStep(name: string, command: string, args: readonly string[]): Step {
  return { name, isStatic: true, run: (context) => runTool(context, command, args) };
}

async function runTool(
  { root, env, signal, say }: GateContext,
  command: string,
  args: readonly string[],
): Promise<StepResult> {
  const ended = await runProgram({
    command: join(root, 'node_modules', '.bin', command),
    args,
    cwd: root,
    env,
    signal,
    timeoutMs: staticTimeoutMs,
    output: 'capture',
  });
  if (ended.code === 0) return pass();
  say(ended.output.trimEnd());
  return fail(ended.timedOut ? 'took too long' : `${command} ended with ${ended.code}`);
}
