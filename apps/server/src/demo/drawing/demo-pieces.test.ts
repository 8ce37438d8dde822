import { burstLimits, gateRecord } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { boundsOf, drawPicture, textOf } from '@bridgeboard/picture';
import type { BoardRecord } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { demoPieces } from './demo-pieces.ts';

const classes = {
  riverside: 'Oliver H.,Zainab K.,Harry G.,Amelia R.,Jake T.,Mia P.,Ruby L.,Aryan S.,Isla W.,Freya D.'.split(','),
  alnoor: 'Aisha M.,Musa B.,Fatima S.,Ibrahim A.,Hauwa D.,Sani Y.,Zahra U.,Amina K.,Umar G.,Maryam T.'.split(','),
};
const staff = { riverside: 'Ms Reed', alnoor: 'Mr Bello' };

function recordsOf(): BoardRecord[] {
  return demoPieces()
    .flatMap((piece) => piece.shapes)
    .map((shape, at) => ({
      id: `shape:${String(at).padStart(21, '0')}`,
      typeName: 'shape',
      parentId: 'page:page',
      index: `a${String(at + 100)}V`,
      isLocked: false,
      rotation: 0,
      opacity: 1,
      meta: {},
      ...shape,
    }));
}

test('each shape passes the gate as a pupil’s own, tldraw’s schema included', () => {
  const refused = recordsOf()
    .map((record) => ({ words: textOf(record), code: gateRecord(record, { role: 'pupil', check: checkRecord }) }))
    .filter(({ code }) => code !== null);
  expect(refused).toEqual([]);
});

test('each piece of work fits one burst, so that it is judged as one item', () => {
  for (const piece of demoPieces()) {
    expect(piece.shapes.length).toBeGreaterThan(0);
    expect(piece.shapes.length).toBeLessThanOrEqual(burstLimits.records);
  }
});

test('pupils’ work is by the pupils of the two classes, staff’s by their teachers', () => {
  const strangers = demoPieces().filter(({ by, state }) =>
    state === 'staff' ? by.person !== staff[by.school] : !classes[by.school].includes(by.person),
  );
  expect(strangers).toEqual([]);
});

test('both schools have work that waits, and one piece came back with a note', () => {
  const waiting = demoPieces().filter(({ state }) => state === 'waiting');
  expect(waiting.filter(({ by }) => by.school === 'riverside')).toHaveLength(6);
  expect(waiting.filter(({ by }) => by.school === 'alnoor')).toHaveLength(1);
  const returned = demoPieces().filter(({ state }) => state === 'sent-back');
  expect(returned.map(({ note }) => note)).toEqual(['Good start! Which fish did you see? Write its name.']);
});

test('the drawing lies within 1,100 by 740 units and is always the same', () => {
  const records = recordsOf();
  const bounds = boundsOf(
    records,
    records.map(({ id }) => id),
  );
  expect(bounds?.w).toBeLessThanOrEqual(1_100);
  expect(bounds?.h).toBeLessThanOrEqual(740);
  expect(demoPieces()).toEqual(demoPieces());
});

test('points are rounded to a tenth, pressures to a hundredth', () => {
  const numbers = JSON.stringify(
    demoPieces().flatMap(({ shapes }) => shapes.map(({ props }) => props['segments'] ?? [])),
  );
  expect(numbers).not.toMatch(/"[xy]":-?\d+\.\d{2}/);
  expect(numbers).not.toMatch(/"z":\d+\.\d{3}/);
});

test('a picture of the whole board carries the words of both languages', () => {
  const svg = drawPicture({ records: recordsOf(), page: 'page:page', width: 1_100 });
  for (const words of ['What does our river give us?', 'Me koginmu yake ba mu?', 'gadarmu'])
    expect(svg).toContain(words);
});
