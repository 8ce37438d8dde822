import { expect, test } from 'vitest';

import { splitAtFinds } from './split-at-finds.ts';

test('[TC7] marks what was found where it stands, and nothing else', () => {
  const found = [
    { kind: 'words' as const, from: 0, to: 0 },
    { kind: 'words' as const, from: 0, to: 3 },
    { kind: 'phone' as const, from: 9, to: 15 },
  ];
  expect(splitAtFinds({ words: 'bad: ring 960123', found })).toEqual([
    { text: 'bad', at: 0, isFound: true },
    { text: ': ring', at: 3, isFound: false },
    { text: ' 96012', at: 9, isFound: true },
    { text: '3', at: 15, isFound: false },
  ]);
  expect(splitAtFinds({ words: '', found: [] })).toEqual([]);
});
