import { expect, test } from 'vitest';

import { actors, rowsOf } from './read-table.ts';

const head = `| what | ${actors.join(' | ')} |\n|---|---|`;

test('reads a row by what it is about, and each cell by whose it is', () => {
  const rows = rowsOf(
    `Words | and more\n\n${head}\n| \`GET /a\` | ${actors.map((_, at) => `code ${at}`).join(' | ')} |\n`,
  );
  expect([...rows.keys()]).toEqual(['GET /a']);
  expect(rows.get('GET /a')).toMatchObject({ nobody: 'code 0', 'own staff': 'code 2', 'foreign pupil': 'code 12' });
});

test('keeps actions apart from routes and messages', () => {
  const row = actors.map(() => 'yes').join(' | ');
  const text = `${head}\n| probe | ${row} |\n\n${head.replace('what', 'action')}\n| look | ${row} |\n`;
  expect([...rowsOf(text).keys()]).toEqual(['probe']);
  expect([...rowsOf(text, 'action').keys()]).toEqual(['look']);
});

test('does not read a table with other columns', () => {
  expect(() => rowsOf('| what | somebody |\n|---|---|\n| `GET /a` | yes |')).toThrow('somebody');
});
