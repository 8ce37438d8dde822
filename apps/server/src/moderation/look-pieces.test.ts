import type { Author, BoardRecord, ViewItem } from '@bridgeboard/protocol';
import { shape } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { piecesOf } from './look-pieces.ts';

const second = 1_000;
const other: Author = { key: '0.2', label: 'Leeds 2', school: 'north', role: 'pupil' };
const oliver: Author = { ...other, key: '0.1', label: 'Leeds 1' };

/** What one pupil had let out, each with the moment in seconds. */
type Out = readonly [record: BoardRecord, second: number, author: Author];

function board(...all: readonly Out[]): Parameters<typeof piecesOf> {
  const view = new Map(
    all.map(([record, at, { key }]): [string, ViewItem] => [
      record.id,
      { record, stamp: { by: key, reach: 'board', at: at * second } },
    ]),
  );
  return [all.map(([{ id }, , author]) => ({ record: id, author, hash: `hash of ${id}` })), view];
}

const told = (...all: readonly Out[]): string[][] =>
  piecesOf(...board(...all)).map(({ records }) => records.map(({ record }) => record));

const [one, two, three, elsewhere] = [
  shape('geo', 'one'),
  shape('geo', 'two'),
  shape('geo', 'three'),
  shape('geo', 'page', { parentId: 'page:other' }),
];

it('[P37] what one pupil had let out on one page, one after another, is looked at together, oldest first', () => {
  expect(told([three, 200, oliver], [two, 61, oliver], [one, 1, oliver])).toEqual([[one.id, two.id], [three.id]]);
});

it('[P37] pupils and pages are kept apart, also where they take turns', () => {
  expect(told([one, 1, oliver], [two, 2, other], [three, 3, oliver], [elsewhere, 4, oliver])).toEqual([
    [one.id, three.id],
    [two.id],
    [elsewhere.id],
  ]);
});

it('[P37] a piece is no larger than a burst', () => {
  const strokes = Array.from({ length: 51 }, (_, at) => [shape('geo', `stroke ${at}`), at, oliver] as const);
  expect(told(...strokes).map((records) => records.length)).toEqual([50, 1]);
});

it('[P37] what is said about a piece in a frame stands on the page of the frame', () => {
  const frame = shape('frame', 'frame');
  const inside = shape('note', 'inside', { parentId: frame.id });
  const comment = { id: 'comment:c', typeName: 'comment', about: inside.id, text: 'Lovely' };
  const [piece] = piecesOf(...board([frame, 1, oliver], [inside, 2, oliver], [comment, 3, oliver]));
  expect(piece).toMatchObject({ page: 'page:page', at: second, until: 3 * second });
  expect(piece?.records).toHaveLength(3);
});
