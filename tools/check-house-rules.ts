import type { CheckResult } from './gate/check-step.ts';
import { isTest, readFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

interface HouseRule {
  readonly forbidden: RegExp;
  readonly say: string;
  readonly in?: (path: string) => boolean;
}

const code = /\.(?:tsx?|mjs|css)$/;
const frontDoor = /^packages\/[^/]+\/src\/(?:[a-z0-9-]+\/)?index\.ts$/;
const never = String.raw`(?:ox|es)lint-disable|@ts-(?:ignore|nocheck|expect-error)`;

/** What no linter of ours can say. Names are split where this file would otherwise find itself. */
const rules: readonly HouseRule[] = [
  { forbidden: new RegExp(never), say: 'a check is switched off: mend the code, or change the rule for all' },
  { forbidden: /^export \* from/m, say: 'export each name: a reader must see what a package offers' },
  {
    forbidden: /^export (?:type )?\{[^}]*\} from/m,
    say: 'no barrels: only the front door of a package passes on names of other files',
    in: (path) => !frontDoor.test(path),
  },
  {
    forbidden: /\bsetTimeout\(\s*(?:resolve|r|done)\b|from 'node:timers\/promises'/,
    say: 'no sleeping in tests: wait for the thing itself, with a deadline',
    in: (path) => isTest(path),
  },
  {
    forbidden: /Date\.now\(|Math\.random\(|new Date\(\)|crypto\.randomUUID|\bset(?:Timeout|Interval)\(/,
    say: 'the domain takes time, ids and chance as arguments',
    in: (path) => /^packages\/(?:domain|protocol|picture)\/src\//.test(path) && !isTest(path),
  },
];

const namelessFolder = /(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:\/|\.[a-z]+$)/;

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** House rules that are plain to see in the text of a file or in its path. */
export function judgeHouseRules(files: readonly SourceFile[]): CheckResult {
  const problems = files.flatMap(({ path, text }) => {
    const found = rules
      .filter((rule) => rule.in?.(path) ?? true)
      .flatMap(({ forbidden, say }) => {
        const match = forbidden.exec(text);
        return match ? [`${path}:${lineOf(text, match.index)}: ${say}`] : [];
      });
    if (namelessFolder.test(path)) found.push(`${path}: name the folder or file for what it does`);
    return found;
  });
  return { problems, summary: `${files.length} files` };
}

export function checkHouseRules(root: string): CheckResult {
  // The tests of the checks are full of bad examples.
  return judgeHouseRules(readFiles(root, code).filter(({ path }) => !path.startsWith('tools/check-house-rules')));
}
