import { expect, test } from 'vitest';

import { paragraphsOf, textOf } from './rich-text.ts';
import { wrapText } from './wrap-text.ts';

function paragraph(...texts: string[]): object {
  return { type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) };
}

function linesOf(text: string, maxWidth: number): string[] {
  const lines = wrapText(paragraphsOf({ richText: { type: 'doc', content: [paragraph(text)] } }), 20, maxWidth);
  return lines.map((line) => line.runs.map((run) => run.text).join(''));
}

test('lines break between words, and a word broader than a line is cut', () => {
  expect(linesOf('We saw two kingfishers', 130)).toEqual(['We saw two', 'kingfishers']);
  expect(linesOf('aaaaaaaaaaaa', 60).join('')).toBe('aaaaaaaaaaaa');
  expect(linesOf('aaaaaaaaaaaa', 60).length).toBeGreaterThan(2);
});

test('a space that holds words together does not break a line', () => {
  expect(linesOf('class 5\u00A0B', 85)).toEqual(['class', '5\u00A0B']);
});

test('a paragraph runs the way its first letter does', () => {
  const doc = { type: 'doc', content: [paragraph('2 مرحبا Leeds'), paragraph('Leeds مرحبا')] };
  const lines = wrapText(paragraphsOf({ richText: doc }), 20, Infinity);
  expect(lines.map((line) => line.isRightToLeft)).toEqual([true, false]);
});

test('bold stays with its words over a break', () => {
  const content = [
    { type: 'text', text: 'Ruwa rai ne.', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' It means water is life.' },
  ];
  const doc = { type: 'doc', content: [{ type: 'paragraph', content }] };
  const [first, second] = wrapText(paragraphsOf({ richText: doc }), 20, 150);
  expect(first?.runs).toEqual([{ text: 'Ruwa rai ne.', bold: true, italic: false }]);
  expect(second?.runs.every((run) => !run.bold)).toBe(true);
});

test('textOf gives what a reader reads: paragraphs, breaks, lists, plain text, a name', () => {
  const item = { type: 'listItem', content: [paragraph('tomatoes')] };
  const doc = {
    type: 'doc',
    content: [
      paragraph('It starts', ' at'),
      { type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }] },
      { type: 'bulletList', content: [item] },
    ],
  };
  expect(textOf({ props: { richText: doc } })).toBe('It starts at\na\nb\n• tomatoes');
  expect(textOf({ props: { text: 'to the sea' } })).toBe('to the sea');
  expect(textOf({ props: { name: 'Group A' } })).toBe('Group A');
  expect(textOf({ typeName: 'comment', text: 'Which fish?' })).toBe('Which fish?');
  for (const odd of [null, 7, {}, { props: { richText: { content: 'x' } } }]) expect(textOf(odd)).toBe('');
});
