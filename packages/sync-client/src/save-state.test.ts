import { expect, test } from 'vitest';

import { saveStateOf } from './save-state.ts';

/**
 * Every combination of what may be known, and the one word that is true of it. Columns: something pending · something
 * refused · the server takes edits · what is pending is on the device · the device's store works.
 */
const table = `
  -       -       -       -    -       saved
  -       -       -       -    works   saved
  -       -       -       kept -       saved
  -       -       -       kept works   saved
  -       -       sending -    -       saved
  -       -       sending -    works   saved
  -       -       sending kept -       saved
  -       -       sending kept works   saved
  -       refused -       -    -       notAccepted
  -       refused -       -    works   notAccepted
  -       refused -       kept -       notAccepted
  -       refused -       kept works   notAccepted
  -       refused sending -    -       notAccepted
  -       refused sending -    works   notAccepted
  -       refused sending kept -       notAccepted
  -       refused sending kept works   notAccepted
  pending -       -       -    -       open
  pending -       -       -    works   saving
  pending -       -       kept -       open
  pending -       -       kept works   kept
  pending -       sending -    -       saving
  pending -       sending -    works   saving
  pending -       sending kept -       saving
  pending -       sending kept works   saving
  pending refused -       -    -       open
  pending refused -       -    works   saving
  pending refused -       kept -       open
  pending refused -       kept works   kept
  pending refused sending -    -       saving
  pending refused sending -    works   saving
  pending refused sending kept -       saving
  pending refused sending kept works   saving
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

test('[BR1] every combination of the facts has its row', () => {
  expect(new Set(rows.map((row) => row.slice(0, 5).join(' '))).size).toBe(2 ** 5);
});

const counts: Readonly<Record<string, number>> = { saved: 0, notAccepted: 3 };

test.each(rows.map((row) => ({ row, words: row.join(' ') })))('[BR1] $words', ({ row }) => {
  const [pending, refused, isSending, isKept, isDurable] = row.map((cell) => cell !== '-');
  const facts = {
    pending: pending ? 2 : 0,
    refused: refused ? 3 : 0,
    isSending: isSending === true,
    isKept: isKept === true,
    isDurable: isDurable === true,
  };
  const name = String(row[5]);
  expect(saveStateOf(facts)).toEqual({ name, count: counts[name] ?? 2 });
});
