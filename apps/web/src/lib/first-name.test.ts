import { expect, it } from 'vitest';

import { firstNameOf } from './first-name.ts';

it('calls a child by the name without the initial, and a guest by all of theirs', () => {
  expect(['Oliver H.', 'Ana Maria Š.', 'Zainab', 'Dr Cole'].map(firstNameOf)).toEqual([
    'Oliver',
    'Ana Maria',
    'Zainab',
    'Dr Cole',
  ]);
});
