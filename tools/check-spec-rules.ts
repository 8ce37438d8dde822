import type { CheckResult } from './gate/check-step.ts';
import { isTest, readFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const ruleId = String.raw`[A-Z]{1,6}-?\d{1,3}`;

/** A rule is a list item, a table row or a heading that begins with its bold number: `- **P20** Last step of …`. */
const definition = new RegExp(String.raw`^\s*(?:[-*]\s+|#{2,6}\s+|\|\s*)\*\*(${ruleId})\*\*(.*)$`, 'gm');

/** A test names rules at the start of its title: `'[P20] …'`, `'[P20, P21] …'`, `'[P20] [P21] …'`. */
const title = new RegExp(String.raw`["'\x60]\s*((?:\[${ruleId}(?:,\s*${ruleId})*\]\s*)+)`, 'g');

/** A rule that a later release keeps; it says so itself, and is counted apart. */
const plannedMark = '*(planned)*';

interface Rule {
  readonly id: string;
  readonly path: string;
  readonly isPlanned: boolean;
}

function definedRules(specs: readonly SourceFile[]): Rule[] {
  return specs.flatMap(({ path, text }) =>
    [...text.matchAll(definition)].map(([, id = '', rest = '']) => ({
      id,
      path,
      isPlanned: rest.includes(plannedMark),
    })),
  );
}

function quotedRules(tests: readonly SourceFile[]): Map<string, string> {
  const quoted = new Map<string, string>();
  for (const { path, text } of tests) {
    for (const [, brackets = ''] of text.matchAll(title)) {
      for (const [id] of brackets.matchAll(new RegExp(ruleId, 'g'))) quoted.set(id, path);
    }
  }
  return quoted;
}

/** Each rule has a test that names it, and each name in a test is a rule: the specification cannot drift off. */
export function judgeSpecRules(specs: readonly SourceFile[], tests: readonly SourceFile[]): CheckResult {
  const rules = definedRules(specs);
  const quoted = quotedRules(tests);
  const ids = rules.map(({ id }) => id);
  const planned = rules.filter(({ id, isPlanned }) => isPlanned && !quoted.has(id));
  const problems = [
    ...rules
      .filter(({ id, isPlanned }) => !isPlanned && !quoted.has(id))
      .map(({ id, path }) => `${path}: no test title begins with [${id}]`),
    ...[...quoted].filter(([id]) => !ids.includes(id)).map(([id, path]) => `${path}: [${id}] is no rule of docs/spec`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `docs/spec: ${id} is written twice`),
  ];
  if (rules.length === 0) problems.push('docs/spec holds no numbered rule (list item that begins with a bold number)');
  return {
    problems,
    summary: `${rules.length} rules, ${rules.length - planned.length} with a test, ${planned.length} planned`,
  };
}

export function checkSpecRules(root: string): CheckResult {
  // The checks' own tests are full of made-up rules.
  const tests = readFiles(root, /\.tsx?$/).filter(({ path }) => isTest(path) && !path.endsWith('spec-rules.test.ts'));
  return judgeSpecRules(readFiles(root, /\.md$/, ['docs/spec']), tests);
}
