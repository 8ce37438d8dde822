import { describe, expect, it } from 'vitest';

import { judgeMessages } from './check-messages.ts';

function judge(
  en: Record<string, string>,
  source: string,
  others: Record<string, Record<string, string>> = {},
): readonly string[] {
  const sources = [{ path: 'apps/web/src/page.tsx', text: source }];
  return judgeMessages({ en, fr: others['fr'] ?? en, ar: others['ar'] ?? en }, sources).problems;
}

describe('judgeMessages', () => {
  it('sees an id in a call, in a value and in one that is put together', () => {
    const en = { 'a.b': '1', 'c.d': '2', 'error.GONE.child': '3' };
    expect(judge(en, "t('a.b'); const id: MessageId = 'c.d'; t(`error.${code}.child`)")).toEqual([]);
  });

  it('names a message that nothing uses, and a use of none', () => {
    expect(judge({ 'a.b': '1' }, "say('a.c', { n: 1 })")).toEqual([
      'en.json: "a.b" is not used',
      'apps/web/src/page.tsx: there is no message "a.c"',
    ]);
  });

  it('names what a language lacks and what it has alone', () => {
    expect(judge({ 'a.b': '1' }, "t('a.b')", { fr: { 'a.x': '1' } })).toEqual([
      'fr.json: "a.b" is missing',
      'fr.json: "a.x" is not in en.json',
    ]);
  });

  it('names a translation with other values in it, plurals included', () => {
    const en = { 'a.b': '{count, plural, one {# note of {name}} other {# notes of {name}}}' };
    const ar = { 'a.b': '{count, plural, zero {-} one {{name}} two {-} few {-} many {-} other {-}}' };
    const fr = { 'a.b': '{nombre, plural, one {# note} other {# notes}} {name}' };
    expect(judge(en, "t('a.b')", { ar, fr })).toEqual(['fr.json: "a.b" has other values than {count, name}']);
  });

  it('does not pass without a message', () => {
    expect(judge({}, '')).toHaveLength(1);
  });
});
