import { fail, pass } from './step.ts';
import type { Step } from './step.ts';

/** What a small check found: a problem is one line that says where and what to do. */
export interface CheckResult {
  readonly problems: readonly string[];
  /** What was looked at, in numbers, so that a check that looked at nothing is seen. */
  readonly summary: string;
}

export type Check = (root: string) => CheckResult | Promise<CheckResult>;

export function checkStep(name: string, check: Check): Step {
  return {
    name,
    isStatic: true,
    async run({ root, say }) {
      const { problems, summary } = await check(root);
      for (const problem of problems) say(`  ${problem}`);
      return problems.length === 0 ? pass(summary) : fail(`${problems.length} problems; ${summary}`);
    },
  };
}
