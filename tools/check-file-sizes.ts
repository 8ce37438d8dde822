import type { CheckResult } from './gate/check-step.ts';
import { isTest, readFiles, typescript } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** Lines with comments, of everything that is no test (decision D14). */
const budget = { median: 90, ninetieth: 220, longest: 300 } as const;

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}

/** Small pieces stay small: the budget is for all files together, the longest for each. */
export function judgeFileSizes(files: readonly SourceFile[]): CheckResult {
  const sized = files.filter(({ path }) => !isTest(path)).map(({ path, text }) => ({ path, lines: countLines(text) }));
  const sorted = sized.map(({ lines }) => lines).sort((a, b) => a - b);
  const [median, ninetieth] = [atShare(sorted, 0.5), atShare(sorted, 0.9)];
  const problems = sized
    .filter(({ lines }) => lines > budget.longest)
    .map(({ path, lines }) => `${path}: ${lines} lines, more than ${budget.longest}: split it by noun`);
  if (median > budget.median) problems.push(`the median file has ${median} lines, more than ${budget.median}`);
  if (ninetieth > budget.ninetieth)
    problems.push(`the 90th percentile is ${ninetieth} lines, more than ${budget.ninetieth}`);
  if (sized.length === 0) problems.push('no source file found');
  return {
    problems,
    summary: `${sized.length} files, median ${median}, 90th percentile ${ninetieth}, longest ${sorted.at(-1) ?? 0}`,
  };
}

export function checkFileSizes(root: string): CheckResult {
  return judgeFileSizes(readFiles(root, typescript));
}
