import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from '../gate/run-program.ts';

/** What a run of tests came to. */
export interface TestRun {
  /** Names of the tests that failed, with their files. */
  readonly failed: readonly string[];
  readonly passed: number;
  /** Why the run says nothing, or null: no test ran, a file could not be loaded, or it took too long. */
  readonly trouble: string | null;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const mostMs = 15 * 60_000;

/**
 * Runs unit and integration tests in a copy of the workspace: of these files, or all where none are named. With `bail` the
 * first test that fails ends the run.
 */
export async function runTests(about: {
  folder: string;
  files: readonly string[];
  bail: boolean;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
}): Promise<TestRun> {
  const { folder, files, bail, env, signal } = about;
  const outputFile = join(folder, 'mutant-report.json');
  // A report of an earlier run must never stand in for one that vitest failed to write.
  await rm(outputFile, { force: true });
  const args = [
    'run',
    '--project',
    'unit',
    '--project',
    'integration',
    '--reporter=json',
    `--outputFile=${outputFile}`,
  ];
  const ended = await runProgram({
    command: process.execPath,
    args: [join(folder, 'node_modules/vitest/vitest.mjs'), ...args, ...(bail ? ['--bail=1'] : []), ...files],
    cwd: folder,
    env,
    signal,
    timeoutMs: mostMs,
    output: 'capture',
  });
  if (ended.timedOut) return { failed: [], passed: 0, trouble: `no end within ${mostMs / 60_000} min` };
  const report = await readFile(outputFile, 'utf8').catch(() => null);
  if (report === null) return { failed: [], passed: 0, trouble: ended.output.trim().slice(-2_000) };
  return readReport(JSON.parse(report) as Report, { folder, code: ended.code });
}

function readReport(report: Report, about: { folder: string; code: number }): TestRun {
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({
      status,
      name: `${name.replace(`${about.folder}/`, '')}: ${fullName}`,
    })),
  );
  const failed = tests.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const broken = report.testResults.find(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  if (failed.length > 0) return { failed, passed, trouble: null };
  if (broken) return { failed, passed, trouble: `${broken.name} could not be run: ${broken.message ?? ''}` };
  if (passed === 0) return { failed, passed, trouble: 'no test was run' };
  return { failed, passed, trouble: about.code === 0 ? null : `vitest ended with ${about.code}` };
}
