import { describe, expect, it } from 'vitest';

import { tallyReport, type VitestReport } from './read-vitest-report.ts';

function file(status: string, ...tests: string[]): VitestReport['testResults'][number] {
  return { name: 'x.test.ts', status, assertionResults: tests.map((test) => ({ status: test })) };
}

describe('tallyReport', () => {
  it('counts each test, and what did not run apart', () => {
    const testResults = [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo', 'pending')];
    expect(tallyReport({ success: false, testResults }, 1)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  it('counts a file that broke before its first test', () => {
    const testResults = [file('passed', 'passed'), file('failed')];
    expect(tallyReport({ success: false, testResults }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('counts a run that failed although each test passed', () => {
    const testResults = [file('passed', 'passed')];
    expect(tallyReport({ success: true, testResults }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('does not take a run without a test for a success', () => {
    expect(tallyReport({ success: true, testResults: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
