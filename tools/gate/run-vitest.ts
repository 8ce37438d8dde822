import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { VitestReport } from './read-vitest-report.ts';
import { runProgram } from './run-program.ts';
import type { GateContext } from './step.ts';

interface VitestRun {
  readonly project: string;
  /** Files to run; all of the project where none are named. */
  readonly files?: readonly string[];
  readonly timeoutMs: number;
}

/** Runs a vitest project and reads its report test by test; a string says why there is none. */
export async function runVitest(
  { root, env, signal }: GateContext,
  { project, files = [], timeoutMs }: VitestRun,
): Promise<{ report: VitestReport; code: number } | string> {
  const folder = join(root, 'test-results');
  const file = join(folder, `${project}.json`);
  await mkdir(folder, { recursive: true });
  // A report of an earlier run must never stand in for one that vitest failed to write.
  await rm(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await runProgram({
    command: join(root, 'node_modules', '.bin', 'vitest'),
    args: ['run', '--project', project, ...reporters, ...files],
    cwd: root,
    env,
    signal,
    timeoutMs,
    output: 'show',
  });
  if (ended.timedOut) return `stopped after ${timeoutMs / 1_000} s`;
  try {
    return { report: JSON.parse(await readFile(file, 'utf8')) as VitestReport, code: ended.code };
  } catch {
    return `vitest ended with ${ended.code} and without a report`;
  }
}
