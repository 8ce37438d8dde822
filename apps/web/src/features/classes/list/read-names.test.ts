import { describe, expect, test } from 'vitest';

import { mostListBytes, readListFile } from './read-list-file.ts';
import { readNames, writeLines } from './read-names.ts';

const namesOf = (text: string): string[] => readNames(text, []).lines.map(({ name }) => name);

describe('a list of pupils', () => {
  test.each([
    ['lines alone', 'Amelia R.\nOliver H.\n'],
    ['Windows’ line ends', 'Amelia R.\r\nOliver H.\r\n\r\n'],
    ['a heading', 'Name\nAmelia R.\nOliver H.'],
    ['semicolons and a number first', '1;Amelia R.;5B\n2;Oliver H.;5B'],
    ['tabs, as copied from a spreadsheet', 'Prénom\tClasse\nAmelia R.\t5B\nOliver H.\t5B'],
    ['quotes', '"Amelia R.","5B"\n"Oliver H.","5B"'],
    ['a column of surnames', 'Surname,First name,Class\nRoberts,Amelia,5B\nhughes,Oliver,5B'],
    ['two columns and a blank line behind them', 'Surname;First name\nRoberts;Amelia\nHughes;Oliver\n'],
    ['French headings', 'Nom;Prénom\nRoberts;Amelia\nHughes;Oliver'],
  ])('[PU7] is read with %s', (_name, text) => {
    expect(namesOf(text)).toEqual(['Amelia R.', 'Oliver H.']);
  });

  test('[PU7] is read in Arabic', () => {
    expect(namesOf('الاسم الأول,اسم العائلة\nأمينة,كمال')).toEqual(['أمينة ك.']);
  });

  test('[PU8] says of each line what is wrong with it', () => {
    const text = [
      'Name,Class',
      'Ada L.,5B',
      '',
      'ada l,5B',
      'Grace Hopper,5B',
      ',5B',
      'grace@navy.example,5B',
      'Isla W.,5B',
      `${'A'.repeat(31)},5B`,
      'R2D2,5B',
    ].join('\n');
    expect(readNames(text, ['Isla W.']).lines.map(({ number, wrong }) => [number, wrong])).toEqual([
      [2, null],
      [4, 'TWICE'],
      [5, 'NAME_SURNAME'],
      [6, 'NAME_EMPTY'],
      [7, 'NAME_CONTACT'],
      [8, 'NAME_TAKEN'],
      [9, 'TEXT_TOO_LONG'],
      [10, 'NAME_SIGNS'],
    ]);
  });

  test('[PU2] [PU8] takes as many as the class has room for', () => {
    const known = Array.from({ length: 58 }, (_, at) => `Known${String.fromCodePoint(0x4e00 + at)}`);
    const wrong = readNames('Ada L.\nGrace H.\nJoan C.', known).lines.map((line) => line.wrong);
    expect(wrong).toEqual([null, null, 'CLASS_FULL']);
  });

  test('[PU8] what is left out can be read again', () => {
    const list = readNames('Surname;First name\nLovelace;Ada\n"Hopper, Grace";', []);
    const left = writeLines(
      list,
      list.lines.filter(({ wrong }) => wrong !== null),
    );
    expect(left).toBe('Surname\tFirst name\nHopper, Grace\t');
    expect(readNames(left, []).lines).toMatchObject([{ number: 2, wrong: 'NAME_EMPTY' }]);
  });

  test('[PU8] nothing is no list', () => {
    expect(readNames(' \n\n', []).lines).toEqual([]);
  });
});

describe('a file with a list', () => {
  const wide = (text: string, isBig: boolean): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
    return bytes;
  };
  test.each([
    ['UTF-8', new TextEncoder().encode('Zoë K.\nAmélie R.')],
    ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFZoë K.\nAmélie R.')],
    ['UTF-16 as Excel writes it', wide('\uFEFFZoë K.\nAmélie R.', false)],
    ['UTF-16 the other way round', wide('\uFEFFZoë K.\nAmélie R.', true)],
    ['UTF-16 without a mark', wide('Zoë K.\nAmélie R.', false)],
    ['Windows-1252', Uint8Array.from(Array.from('Zoë K.\nAmélie R.', (letter) => letter.codePointAt(0) ?? 0))],
  ])('[PU7] is read as %s', async (_name, bytes) => {
    expect(namesOf(await readListFile(new Blob([bytes])))).toEqual(['Zoë K.', 'Amélie R.']);
  });

  test('[PU7] that is huge is refused unread, and one that is no text too', async () => {
    await expect(readListFile(new Blob(['a'.repeat(mostListBytes + 1)]))).rejects.toMatchObject({
      code: 'LIST_TOO_BIG',
    });
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8, 255, 254, 1, 2]);
    await expect(readListFile(new Blob([zip]))).rejects.toMatchObject({ code: 'LIST_UNREADABLE' });
  });
});
