import { expect, it } from 'vitest';

import { heldFragment, holdFragment } from './held-fragment.ts';

it('[PP9] takes a secret out of the address and the history, and keeps it for the page', () => {
  const shown: unknown[] = [];
  const past = { replaceState: (...given: unknown[]) => void shown.push(given[2]) };
  holdFragment({ hash: '#one.secret', pathname: '/invitation', search: '?lang=fr' }, past);
  expect([heldFragment(), shown]).toEqual(['one.secret', ['/invitation?lang=fr']]);
  holdFragment({ hash: '', pathname: '/invitation', search: '' }, past);
  expect([heldFragment(), shown]).toEqual(['one.secret', ['/invitation?lang=fr']]);
});
