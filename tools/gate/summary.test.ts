import { describe, expect, it } from 'vitest';

import { fail, notRun, pass } from './step.ts';
import { addUp, closingLine, summaryTable } from './summary.ts';

const steps = [
  { name: 'lint', result: pass('812 files'), durationMs: 1_234 },
  { name: 'unit', result: { passed: 40, failed: 2, skipped: 1 }, durationMs: 9_000 },
  { name: 'e2e', result: notRun('needs chromium'), durationMs: 0 },
  { name: 'types', result: fail(), durationMs: 10 },
];

describe('the report of the gate', () => {
  it('adds up all steps and closes with the line that others read', () => {
    expect(closingLine(addUp(steps))).toBe('41 passed, 3 failed, 2 skipped');
  });

  it('shows each step with its verdict, its counts, its time and its note', () => {
    expect(
      summaryTable(steps)
        .split('\n')
        .map((line) => line.replaceAll(/ +/g, ' ')),
    ).toEqual([
      'step passed failed skip time',
      'lint ok 1 0 0 1.2 s 812 files',
      'unit FAILED 40 2 1 9.0 s',
      'e2e not run 0 0 1 0.0 s needs chromium',
      'types FAILED 0 1 0 0.0 s',
      ' 10.2 s',
    ]);
  });
});
