import { readFileSync } from 'node:fs';

import { errorCodes } from '@bridgeboard/protocol';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';

import { localeCodes } from './locales.ts';

function readCatalogue(locale: string): { text: string; messages: Readonly<Record<string, string>> } {
  const text = readFileSync(new URL(`messages/${locale}.json`, import.meta.url), 'utf8');
  return { text, messages: JSON.parse(text) as Record<string, string> };
}

describe.each(localeCodes)('[D13] the messages in %s', (locale) => {
  const { text, messages } = readCatalogue(locale);
  const ids = Object.keys(messages);

  it('stand sorted by id, one a line, so that two people can add to them at once', () => {
    expect(ids).toEqual(ids.toSorted());
    expect(text).toBe(`${JSON.stringify(messages, undefined, 2)}\n`);
  });

  it('are all valid ICU messages with something to say', () => {
    expect(() => ids.map((id) => compileMessageOrThrow(messages[id] ?? ''))).not.toThrow();
    expect(ids.filter((id) => (messages[id] ?? '').trim() === '')).toEqual([]);
  });

  it('have words for every code of a refusal', () => {
    expect(errorCodes.filter((code) => messages[`error.${code}`] === undefined)).toEqual([]);
  });
});
