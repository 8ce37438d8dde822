import { expect, test } from 'vitest';

import type { Mutant } from './mutant.ts';
import { tableOf } from './table.ts';

const mutant: Mutant = { id: 'M0', what: 'nothing is kept', breaks: 'REL-00', edits: [], tests: [] };

test('the table says of each mutant what noticed it, or that nothing did', () => {
  const other = { ...mutant, id: 'M1' };
  const table = tableOf(
    new Map([
      [mutant, { kind: 'killed', by: 'a.test.ts: keeps', asExpected: true }],
      [other, { kind: 'survived' }],
    ]),
  );
  expect(table.split('\n').slice(2)).toEqual([
    '| M0 | REL-00 | nothing is kept | a.test.ts: keeps |',
    '| M1 | REL-00 | nothing is kept | **nothing** |',
  ]);
});
