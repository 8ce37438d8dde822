import { join } from 'node:path';

import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';

import rules from '../.dependency-cruiser.mjs';
import type { CheckResult } from './gate/check-step.ts';
import { readFiles, typescript } from './source-files.ts';
import { teachSwcUsing } from './teach-swc-using.ts';

teachSwcUsing();

const folders = ['packages', 'apps', 'tools', 'e2e'];

/** Follows every import below the folders, with the project's own rules. */
export async function cruiseFolders(root: string, present: readonly string[]): Promise<ICruiseResult> {
  const { forbidden, options } = rules as { forbidden: IFlattenedRuleSet['forbidden']; options: object };
  const { output } = await cruise(
    [...present],
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    (options as { enhancedResolveOptions?: object }).enhancedResolveOptions ?? {},
  );
  return output as ICruiseResult;
}

/**
 * The layer table of STYLE.md. A cruiser that cannot parse finds nothing and reports success, so the modules it saw
 * are compared with the files that are there.
 */
export async function checkBoundaries(root: string): Promise<CheckResult> {
  const files = readFiles(root, typescript, folders).filter(({ path }) => !path.endsWith('.d.ts'));
  const present = folders.filter((folder) => files.some(({ path }) => path.startsWith(`${folder}/`)));
  const { modules, summary } = await cruiseFolders(root, present);
  const seen = new Set(modules.map(({ source }) => source));
  const unseen = files.filter(({ path }) => !seen.has(path));
  const problems = [
    ...summary.violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule.name}`),
    ...unseen.map(({ path }) => `${path}: not seen by the cruiser`),
  ];
  if (files.length === 0) problems.push(`${join(root, folders.join(', '))}: no file found`);
  return { problems, summary: `${files.length} files, ${summary.totalDependenciesCruised ?? 0} imports` };
}
