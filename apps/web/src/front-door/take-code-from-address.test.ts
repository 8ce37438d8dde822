import { expect, it } from 'vitest';

import { holdCodeFromAddress, takeCodeFromAddress } from './take-code-from-address.ts';

function open(hash: string): { code: string | undefined; shown: string[] } {
  const shown: string[] = [];
  const past = {
    replaceState: (_state: unknown, _title: string, address?: string | URL | null) => void shown.push(String(address)),
  };
  return { code: takeCodeFromAddress({ hash, pathname: '/join', search: '?lang=fr' }, past), shown };
}

it('[SG-04] takes a scanned code out of the address before it is used', () => {
  expect(open('#KFPR7M4T')).toEqual({ code: 'KFPR7M4T', shown: ['/join?lang=fr'] });
  expect(open('#kfpr-7m4t')).toEqual({ code: 'KFPR7M4T', shown: ['/join?lang=fr'] });
});

it('[SG-04] takes out what is no code as well', () => {
  expect(open('#KFPR')).toEqual({ code: undefined, shown: ['/join?lang=fr'] });
  expect(open('#%E0%A4%A')).toEqual({ code: undefined, shown: ['/join?lang=fr'] });
});

it('leaves an address without a fragment alone', () => {
  expect(open('')).toEqual({ code: undefined, shown: [] });
});

it('[SG-04] keeps a code that was taken out at the start for the page that asks, once', () => {
  const shown: string[] = [];
  const past = { replaceState: () => void shown.push('replaced') };
  holdCodeFromAddress({ hash: '#KFPR7M4T', pathname: '/join', search: '' }, past);
  expect(shown).toEqual(['replaced']);
  expect(open('').code).toBe('KFPR7M4T');
  expect(open('').code).toBeUndefined();
});
