import type { Tally } from './step.ts';

interface AssertionResult {
  readonly status: string;
}

interface FileResult {
  /** Full path. */
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly AssertionResult[];
}

/** The part of vitest's JSON report that the gate counts by. */
export interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly FileResult[];
}

/**
 * Counts a report test by test. What vitest's own totals leave out counts as failed here: a file that broke before
 * its first test, a run that failed with every test green (an unhandled rejection), and a run of no test at all.
 */
export function tallyReport(report: VitestReport, exitCode: number): Tally {
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = failedTests + brokenFiles;
  const failedElsewhere = failed === 0 && (exitCode !== 0 || !report.success || statuses.length === 0);
  return { passed, failed: failedElsewhere ? 1 : failed, skipped: statuses.length - passed - failedTests };
}
