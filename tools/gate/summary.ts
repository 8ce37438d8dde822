import type { StepResult, Tally } from './step.ts';

export interface FinishedStep {
  readonly name: string;
  readonly result: StepResult;
  readonly durationMs: number;
}

export function addUp(steps: readonly FinishedStep[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { result } of steps) {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
  }
  return total;
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1_000).toFixed(1)} s`.padStart(9);
}

/** The table of all steps. */
export function summaryTable(steps: readonly FinishedStep[]): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  const totalMs = steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const rows = steps.map(({ name, result, durationMs }) => {
    const verdict = result.failed > 0 ? 'FAILED' : result.passed > 0 ? 'ok' : 'not run';
    const counts = [result.passed, result.failed, result.skipped].map((count) => String(count).padStart(6)).join('');
    return `${name.padEnd(width)}  ${verdict.padEnd(8)}${counts}${seconds(durationMs)}  ${result.note ?? ''}`.trimEnd();
  });
  return [
    `${'step'.padEnd(width)}  ${''.padEnd(8)}passed failed  skip     time`,
    ...rows,
    `${''.padEnd(width + 28)}${seconds(totalMs)}`,
  ].join('\n');
}

/** The last line of the gate; others read it, so it stands alone and never changes its shape. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
