import { describe, expect, it } from 'vitest';

import { judgeSpecRules } from './check-spec-rules.ts';

function spec(text: string): { path: string; text: string }[] {
  return [{ path: 'docs/spec/realtime.md', text }];
}

function tests(text: string): { path: string; text: string }[] {
  return [{ path: 'packages/domain/src/a.test.ts', text }];
}

describe('judgeSpecRules', () => {
  it('finds rules in lists, headings and tables, and their names in titles of every kind', () => {
    const rules = spec('- **P1** One.\n### **RT2** Two\n| **SEC-03** | three |\nsee **P9** in a sentence\n');
    const titles = tests(
      'it(\'[P1] a\', f); test.each(rows)(`[RT2, SEC-03] ${x}`, f); const rows = [{ title: "[P1] [RT2] b" }];',
    );
    expect(judgeSpecRules(rules, titles)).toEqual({ problems: [], summary: '3 rules, 3 with a test, 0 planned' });
  });

  it('names a rule that no test quotes', () => {
    expect(judgeSpecRules(spec('- **P1** One.\n- **P2** Two.'), tests("it('[P1] a')")).problems).toEqual([
      'docs/spec/realtime.md: no test title begins with [P2]',
    ]);
  });

  it('names a quoted rule that is none', () => {
    expect(judgeSpecRules(spec('- **P1** One.'), tests("it('[P1] a'); it('[P7] b')")).problems).toEqual([
      'packages/domain/src/a.test.ts: [P7] is no rule of docs/spec',
    ]);
  });

  it('lets a rule wait that says it is planned, and counts it', () => {
    const rules = spec('- **P1** One.\n- **P26** *(planned)* Rewind.');
    expect(judgeSpecRules(rules, tests("it('[P1] a')"))).toEqual({
      problems: [],
      summary: '2 rules, 1 with a test, 1 planned',
    });
  });

  it('takes no number twice, and no specification without rules', () => {
    expect(judgeSpecRules(spec('- **P1** One.\n- **P1** Two.'), tests("it('[P1] a')")).problems).toHaveLength(1);
    expect(judgeSpecRules(spec('Nothing.'), []).problems).toHaveLength(1);
  });
});
