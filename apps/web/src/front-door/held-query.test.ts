import { expect, it } from 'vitest';

import { heldQuery, holdQuery } from './held-query.ts';

it('[SG-04] what a provider answers in the query is out of the address before anything else', () => {
  const addresses: unknown[] = [];
  const past = { replaceState: (_state: unknown, _title: string, url?: unknown) => void addresses.push(url) };
  expect(heldQuery()).toEqual({ state: '' });
  holdQuery({ pathname: '/sign-in/provider', search: '?code=c&state=s&iss=i' }, past);
  expect([addresses, heldQuery()]).toEqual([['/sign-in/provider'], { code: 'c', state: 's', iss: 'i' }]);
  holdQuery({ pathname: '/sign-in/provider', search: '?error=access_denied&state=s' }, past);
  expect(heldQuery()).toEqual({ error: 'access_denied', state: 's' });
});
