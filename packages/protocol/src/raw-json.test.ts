import { describe, expect, it } from 'vitest';

import { checkRawJson, hasBadKey, parseClientJson } from './raw-json.ts';

function nested(depth: number, open = '[', close = ']'): string {
  return open.repeat(depth) + close.repeat(depth);
}

describe('text of a message, before it is parsed', () => {
  it('[L1] [SEC-01] counts nesting without recursion', () => {
    expect(checkRawJson(nested(13))).toBe('ok');
    expect(checkRawJson(nested(24))).toBe('ok');
    expect(checkRawJson(nested(25))).toBe('TOO_DEEP');
    expect(checkRawJson(nested(30_000))).toBe('TOO_DEEP');
    expect(checkRawJson('[[[[[['.repeat(10))).toBe('TOO_DEEP');
  });

  it('[SEC-01] brackets within strings are text', () => {
    expect(checkRawJson(JSON.stringify({ text: '['.repeat(500) }))).toBe('ok');
    expect(checkRawJson(JSON.stringify({ text: `\\"${'{'.repeat(500)}` }))).toBe('ok');
  });

  it('[L1] [SEC-02] measures bytes of UTF-8, not characters', () => {
    expect(checkRawJson(JSON.stringify('a'.repeat(65_534)))).toBe('ok');
    expect(checkRawJson(JSON.stringify('a'.repeat(65_535)))).toBe('TOO_BIG');
    expect(checkRawJson(JSON.stringify('é'.repeat(32_767)))).toBe('ok');
    expect(checkRawJson(JSON.stringify('é'.repeat(32_768)))).toBe('TOO_BIG');
    expect(checkRawJson(JSON.stringify('😀'.repeat(16_383)))).toBe('ok');
    expect(checkRawJson(JSON.stringify('😀'.repeat(16_384)))).toBe('TOO_BIG');
  });

  it('[SEC-14] refuses what is cut off or closes what never opened', () => {
    for (const text of ['"open', '{"a":1', ']', '[]]', '"\\']) expect(checkRawJson(text)).toBe('BAD_JSON');
    for (const text of ['', '{a:1}', 'undefined', '[1,]'])
      expect(parseClientJson(text)).toEqual({ refused: 'BAD_JSON' });
  });

  it('[L1] [SEC-13] refuses keys that name a prototype, escaped ones too', () => {
    expect(parseClientJson('{"a":[{"__proto__":{"x":1}}]}')).toEqual({ refused: 'BAD_KEY' });
    expect(parseClientJson('{"\\u005f_proto__":1}')).toEqual({ refused: 'BAD_KEY' });
    expect(parseClientJson('{"constructor":{"prototype":1}}')).toEqual({ refused: 'BAD_KEY' });
    expect(parseClientJson('{"proto":"__proto__"}')).toEqual({ value: { proto: '__proto__' } });
    expect(hasBadKey(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, at])))).toBe(true);
  });
});
