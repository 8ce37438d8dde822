import { tallyReport } from './read-vitest-report.ts';
import { runVitest } from './run-vitest.ts';
import { fail } from './step.ts';
import type { Step } from './step.ts';

/** One vitest project as one step, counted test by test from its JSON report. */
export function vitestStep(project: string, options: { timeoutMs: number; needs?: readonly string[] }): Step {
  const { timeoutMs, needs = [] } = options;
  return {
    name: project,
    isStatic: false,
    needs,
    async run(context) {
      const ran = await runVitest(context, { project, timeoutMs });
      if (typeof ran === 'string') return fail(ran);
      return { ...tallyReport(ran.report, ran.code), note: `${ran.report.testResults.length} files` };
    },
  };
}
