import { expect, test } from 'vitest';

import { createTextCheck } from './check-text.ts';

const check = createTextCheck({ own: ['bad', 'gloop*', 'blue cheese'], off: ['en:crap'] });

/** What was found, as it stands in the text. */
function found(text: string): string[] {
  return check(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);
}

test.each(['attest', 'classic', 'badger', 'Scunthorpe', 'sandbad', 'blue', 'cheese', 'a blue, old cheese'])(
  '[TC1] leaves %s alone, which is no word of a list',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test.each([
  ['so bad!', 'words: bad'],
  ['two gloopers', 'words: gloopers'],
  ['I like blue cheese.', 'words: blue cheese'],
  ['والأحمق', 'words: والأحمق'],
  ['يا حمار', 'words: يا حمار'],
  ['C’est un connard', 'words: connard'],
])('[TC1] finds in %j %j', (text, find) => {
  expect(found(text)).toEqual([find]);
});

test.each([
  ['BaD', 'BaD'],
  ['bàd', 'bàd'],
  ['b̷a̷d̷', 'b̷a̷d̷'],
  ['ｂａｄ', 'ｂａｄ'],
  ['𝓫𝓪𝓭', '𝓫𝓪𝓭'],
  ['🅱🅰🅳', '🅱🅰🅳'],
  ['bаd', 'bаd'],
  ['b\u200bad', 'b\u200bad'],
  ['baaaad', 'baaaad'],
  ['so b4d!', 'b4d'],
  ['b.a-d', 'b.a-d'],
  ['b*d', 'b*d'],
  ['u r b a d', 'u r b a d'],
  ['b\na\nd', 'b\na\nd'],
])('[TC2] finds %j', (text, place) => {
  expect(found(text)).toEqual([`words: ${place}`]);
});

test.each(['4 2 1', 'c l a s s', 'b a d g e', 'bd', 'b*', 'good', 'sooo cool', '3 * 4 = 12'])(
  '[TC2] reads nothing into %j',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test.each([
  ['ask zoe@example.org!', 'email: zoe@example.org'],
  ['zoe at example dot org', 'email: zoe at example dot org'],
  ['see www.example.org/a now', 'link: www.example.org/a'],
  ['Ring 01632 960 123.', 'phone: 01632 960 123'],
  ['٠٧٧٠٠٩٠٠١٢٣', 'phone: ٠٧٧٠٠٩٠٠١٢٣'],
  ['call me on 96012', 'phone: 96012'],
  ['call me 0113 496 0000', 'phone: 0113 496 0000'],
  ['oh seven seven double oh nine one two', 'phone: oh seven seven double oh nine one two'],
  ['hi @zoe_k', 'handle: @zoe_k'],
  ['add me on snap', 'handle: add me on snap'],
  ['at 12 Oak Street', 'address: 12 Oak Street'],
  ['LS1 4DY', 'address: LS1 4DY'],
  ['12 rue de la Paix', 'address: 12 rue de la P'],
])('[TC3] finds in %j %j', (text, find) => {
  expect(found(text)).toEqual([find]);
});

test.each([
  '12/05/2024',
  '1914-1918',
  'from 8.30 - 9.15',
  '1 2 3 4 5 6 7 8 9',
  '1 000 000',
  '3.14159265',
  '21-15 18-21',
  'one two three four five six seven eight',
  'Stop.The dog ran.',
  '2 miles down the road',
  'Y4 2nd group',
])('[TC3] takes %j for what it is', (text) => {
  expect(found(text)).toEqual([]);
});

test('[TC4] leaves a word alone that is an ordinary one in the language of the text', () => {
  expect(found('Can I have a bite of it?')).toEqual([]);
  expect(found('sa bite')).toEqual(['words: bite']);
});

test('[TC8] looks for words of the school, and not for those that it has switched off', () => {
  expect(found('crap')).toEqual([]);
  expect(createTextCheck({ own: [], off: [] })('crap and bad')).toMatchObject([{ list: 'en', from: 0, to: 4 }]);
  expect(check('bad')).toMatchObject([{ list: 'own' }]);
});
