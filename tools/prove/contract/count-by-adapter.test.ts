import { expect, test } from 'vitest';

import type { VitestReport } from '../../gate/read-vitest-report.ts';
import { countByAdapter, suiteOf, type Adapter } from './count-by-adapter.ts';

function file(adapter: Adapter, ...tests: string[]): VitestReport['testResults'][number] {
  const status = tests.includes('failed') ? 'failed' : 'passed';
  return { name: `/somewhere/${suiteOf(adapter)}`, status, assertionResults: tests.map((each) => ({ status: each })) };
}

test('counts what ran, failed and did not run for each adapter apart', () => {
  const testResults = [
    file('memory', 'passed', 'passed'),
    file('sqlite', 'passed', 'failed'),
    file('mongo', 'skipped'),
  ];
  expect(countByAdapter({ success: false, testResults }, 1)).toEqual({
    memory: { ran: 2, failed: 0, notRun: 0 },
    sqlite: { ran: 2, failed: 1, notRun: 0 },
    mongo: { ran: 0, failed: 0, notRun: 1 },
  });
});

test('an adapter that is not in the report has failed, and so have all where the run failed beside its tests', () => {
  const testResults = [file('memory', 'passed'), file('sqlite', 'passed')];
  expect(countByAdapter({ success: true, testResults }, 0).mongo.failed).toBe(1);
  const failedElsewhere = countByAdapter({ success: false, testResults: [...testResults, file('mongo', 'passed')] }, 1);
  expect(Object.values(failedElsewhere).map(({ failed }) => failed)).toEqual([1, 1, 1]);
});
