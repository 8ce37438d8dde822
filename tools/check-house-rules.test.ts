import { describe, expect, it } from 'vitest';

import { judgeFileSizes } from './check-file-sizes.ts';
import { judgeHouseRules } from './check-house-rules.ts';

function judge(path: string, text: string): readonly string[] {
  return judgeHouseRules([{ path, text }]).problems;
}

describe('judgeHouseRules', () => {
  it.each([
    ['packages/domain/src/a.ts', 'const now = Date.now();', 'time, ids and chance'],
    ['packages/domain/src/a.ts', "\nexport * from './b.ts';", 'export each name'],
    ['packages/domain/src/a.ts', "export { b } from './b.ts';", 'no barrels'],
    ['apps/web/src/utils/a.ts', '', 'name the folder'],
    ['apps/web/src/helpers.ts', '', 'name the folder'],
    ['apps/server/test/a.test.ts', 'await new Promise((r) => setTimeout(r, 100));', 'no sleeping'],
    ['apps/web/src/a.ts', '// oxlint-disable-next-line', 'switched off'],
  ])('objects in %s to %j', (path, text, word) => {
    expect(judge(path, text)).toEqual([expect.stringContaining(word)]);
  });

  it.each([
    ['packages/domain/src/index.ts', "export { b } from './b.ts';"],
    ['packages/storage/src/sqlite/index.ts', "export { b } from './b.ts';"],
    ['apps/server/src/compose.ts', 'const clock = { now: () => Date.now() };'],
    ['packages/testkit/src/wait-until.ts', 'await new Promise((resolve) => setTimeout(resolve, 10));'],
  ])('lets %s have %j', (path, text) => {
    expect(judge(path, text)).toEqual([]);
  });

  it('says the line', () => {
    expect(judge('packages/domain/src/a.ts', 'a\nb\nMath.random()')[0]).toMatch(/^packages\/domain\/src\/a\.ts:3: /);
  });
});

describe('judgeFileSizes', () => {
  function file(path: string, lines: number): { path: string; text: string } {
    return { path, text: 'x\n'.repeat(lines) };
  }

  it('takes tests out of the count', () => {
    const { problems, summary } = judgeFileSizes([file('a.ts', 10), file('a.test.ts', 290)]);
    expect({ problems, summary }).toEqual({
      problems: [],
      summary: '1 files, median 10, 90th percentile 10, longest 10',
    });
  });

  it('names a file that is too long, and a tree that grew too long as a whole', () => {
    const many = Array.from({ length: 9 }, (_, index) => file(`b${index}.ts`, 100));
    expect(judgeFileSizes([...many, file('c.ts', 301)]).problems).toEqual([
      'c.ts: 301 lines, more than 300: split it by noun',
      'the median file has 100 lines, more than 90',
      'the 90th percentile is 301 lines, more than 220',
    ]);
  });
});
