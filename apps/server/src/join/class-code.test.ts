import { describe, expect, it } from 'vitest';

import { systemRandom } from '../time-and-chance.ts';
import { isSameCode, newCode, normaliseCode, showCode } from './class-code.ts';
import { openText, sealText } from '../sealed-text.ts';

describe('class codes', () => {
  it('are eight of 28 signs, read out as four and four', () => {
    const code = newCode(systemRandom);
    expect(code).toMatch(/^[23456789BCDFGHJKMNPQRSTVWXYZ]{8}$/);
    expect(showCode('KFPT7M4T')).toBe('KFPT-7M4T');
  });

  it.each([
    ['kfpt-7m4t', 'KFPT7M4T'],
    [' KFPT 7M4T ', 'KFPT7M4T'],
    ['KFPT–7M4T', 'KFPT7M4T'],
    ['KFPT7M4', null],
    ['KFPT7M4TT', null],
    ['KFPA7M4T', null],
    ['', null],
  ])('typed as %j counts as %j', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it('[D10] are sealed for one class with the key of the instance', () => {
    const key = systemRandom.bytes(32);
    const sealed = sealText('KFPT7M4T', { key, of: 'class-5b', random: systemRandom });
    expect(sealed).not.toContain('KFPT');
    expect(openText(sealed, { key, of: 'class-5b' })).toBe('KFPT7M4T');
    expect(() => openText(sealed, { key, of: 'class-5a' })).toThrow(/auth/);
    expect(() => openText(sealed, { key: systemRandom.bytes(32), of: 'class-5b' })).toThrow(/auth/);
    expect(isSameCode('KFPT7M4T', 'KFPT7M4T')).toBe(true);
    expect(isSameCode('KFPT7M4T', 'KFPT7M4V')).toBe(false);
  });
});
