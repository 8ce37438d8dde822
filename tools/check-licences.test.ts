import { expect, it } from 'vitest';

import { judgeLicences } from './check-licences.ts';

function problemsOf(license: unknown, name = 'some-package'): number {
  return judgeLicences([{ name, version: '1.0.0', license }]).problems.length;
}

it('[SEC-41] takes licences of the list, in every way they are written', () => {
  for (const license of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', { type: 'ISC' }, [{ type: 'MIT' }]]) {
    expect(problemsOf(license), JSON.stringify(license)).toBe(0);
  }
});

it('[SEC-41] takes no other, no half of one, and none at all', () => {
  for (const license of ['AGPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', undefined, {}, 'SEE LICENSE IN LICENSE.md']) {
    expect(problemsOf(license), JSON.stringify(license)).toBe(1);
  }
});

it('[SEC-41] knows what was decided for one package, and for that licence only', () => {
  expect([problemsOf('SEE LICENSE IN LICENSE.md', '@tldraw/editor'), problemsOf('AGPL-3.0', 'tldraw')]).toEqual([0, 1]);
});

it('[SEC-41] does not take an empty folder for a good one', () => {
  expect(judgeLicences([]).problems).toHaveLength(1);
});
