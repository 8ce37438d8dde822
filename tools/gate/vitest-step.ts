import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { tallyReport } from './read-vitest-report.ts';
import type { VitestReport } from './read-vitest-report.ts';
import { runProgram } from './run-program.ts';
import { fail } from './step.ts';
import type { GateContext, Step, StepResult } from './step.ts';

/** One vitest project as one step, counted test by test from its JSON report. */
export function vitestStep(project: string, options: { timeoutMs: number; needs?: readonly string[] }): Step {
  const { timeoutMs, needs = [] } = options;
  return { name: project, isStatic: false, needs, run: (context) => runProject(context, project, timeoutMs) };
}

async function runProject(context: GateContext, project: string, timeoutMs: number): Promise<StepResult> {
  const { root, env, signal } = context;
  const folder = join(root, 'test-results');
  const file = join(folder, `${project}.json`);
  await mkdir(folder, { recursive: true });
  // A report of an earlier run must never stand in for one that vitest failed to write.
  await rm(file, { force: true });
  const ended = await runProgram({
    command: join(root, 'node_modules', '.bin', 'vitest'),
    args: ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    cwd: root,
    env,
    signal,
    timeoutMs,
    output: 'show',
  });
  if (ended.timedOut) return fail(`stopped after ${timeoutMs / 1_000} s`);
  try {
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
    const tally = tallyReport(report, ended.code);
    return { ...tally, note: `${report.testResults.length} files` };
  } catch {
    return fail(`vitest ended with ${ended.code} and without a report`);
  }
}
