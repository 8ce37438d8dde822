import { globSync, readFileSync } from 'node:fs';

import { errorCodes, type ErrorCode } from '@bridgeboard/protocol';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';

import { localeCodes } from './locales.ts';

const source = new URL('../', import.meta.url);

/** What pupils meet on their way in once their class is known, and on a board; what staff have there stands in folders of its own. */
const seenByPupils = [
  'features/join/*.tsx',
  'features/notice/*.tsx',
  'features/board/**/*.{ts,tsx}',
  'app/pages/board-pupil.tsx',
];
const ofStaff = /\/staff\/|\.test\.ts$/;

/** Said before the class is known, or where the words are those of staff or of the older ones. */
const notForTheYoung = new Set([
  'frontDoor.codeShort',
  'error.JOIN_HELD',
  'error.JOIN_REFUSED',
  'board.curtain.staff',
  'board.hours.charterStaff',
  'board.page.lostStaff',
  'board.stop.own',
  'remark.pieceWaits',
]);

/** Refusals of what only staff can ask for. */
const refusalsOfStaff: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CODE_WRONG',
  'EMAIL_TAKEN',
  'FAMILIES_NOTHING',
  'INVITATION_OVER',
  'LAST_ADMINISTRATOR',
  'LINK_OVER',
  'LIST_TOO_BIG',
  'LIST_UNREADABLE',
  'NAME_CONTACT',
  'NAME_SURNAME',
  'NAME_TAKEN',
  'PASSKEYS_FULL',
  'PASSKEY_REFUSED',
  'PHOTO_NOT_TO_PARTNER',
  'NO_PROVIDER',
  'PROVIDER_AWAY',
  'PROVIDER_REFUSED',
  'PROVIDER_ADDRESS',
  'PROVIDER_CLIENT',
  'PROVIDER_NEEDS_FACTOR',
  'SECOND_FACTOR_NEEDED',
  'SET_UP_CODE_WRONG',
]);

type Catalogue = Readonly<Record<string, string>>;

function read(name: string): Catalogue {
  return JSON.parse(readFileSync(new URL(`messages/${name}.json`, import.meta.url), 'utf8')) as Catalogue;
}

/** Words of a message: a value counts as one, of a plural or a choice the longest counts. */
function countWords(message: string): number {
  return textOf(compileMessageOrThrow(message))
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (!Array.isArray(part)) return '';
  return part.map((token: unknown) => (typeof token === 'string' ? token : valueIn(token))).join('');
}

function valueIn(token: unknown): string {
  const branches: unknown = Array.isArray(token) ? token[2] : undefined;
  if (typeof branches !== 'object' || branches === null) return 'value';
  const texts = Object.values(branches).map(textOf);
  return texts.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

function idsSeenByPupils(known: Catalogue): string[] {
  const files = seenByPupils
    .flatMap((pattern) => globSync(pattern, { cwd: source }))
    .filter((file) => !ofStaff.test(file));
  const text = files.map((file) => readFileSync(new URL(file, source), 'utf8')).join('\n');
  const named = [...text.matchAll(/'([A-Za-z]+(?:\.[\w-]+)+)'/g)].map(([, id = '']) => id);
  const refusals = errorCodes.filter((code) => !refusalsOfStaff.has(code)).map((code) => `error.${code}`);
  const notice = Object.keys(known).filter((id) => id.startsWith('notice.5-7.'));
  return [...new Set([...named, ...refusals, ...notice])].filter((id) => id in known && !notForTheYoung.has(id));
}

describe.each(localeCodes)('[AG2] what pupils of five to seven read in %s', (locale) => {
  const usual = read(locale);
  const young = read(`young/${locale}`);

  it('has at most twelve words in one message', () => {
    const ids = idsSeenByPupils(usual);
    expect(ids.length).toBeGreaterThan(150);
    const long = ids.filter((id) => countWords(young[id] ?? usual[id] ?? '') > 12);
    expect(long).toEqual([]);
  });

  it('stands in for messages that there are, with no other values, sorted by id', () => {
    const ids = Object.keys(young);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual(Object.keys(read('young/en')));
    const values = (message: string): string[] => [...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
    const strange = ids.filter((id) => values(young[id] ?? '').some((name) => !values(usual[id] ?? '').includes(name)));
    expect([ids.filter((id) => !(id in usual)), strange]).toEqual([[], []]);
  });
});
