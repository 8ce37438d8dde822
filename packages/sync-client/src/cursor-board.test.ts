import type { Pointer } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { CursorBoard } from './cursor-board.ts';

const pointer = (n: number, x = 0): Pointer => ({ n, key: `key-${n}`, by: '0.1', page: 'page:page', x, y: 10 });

function open() {
  const board = new CursorBoard();
  board.begin('key-9');
  let renewals = 0;
  board.subscribe(() => (renewals += 1));
  return { board, renewals: () => renewals };
}

test('a pointer is told once whole and then by how far it moved, without the table becoming a new one', () => {
  const { board, renewals } = open();
  board.apply({ pointers: [pointer(1, 100), pointer(2)] });
  board.apply({ moves: [1, 5, -3, 2, 1, 1, 77, 4, 4] });
  board.apply({ moves: [1, 5, 0] });
  expect(board.placeOf('key-1')).toEqual({ x: 110, y: 7 });
  expect(board.placeOf('key-2')).toEqual({ x: 1, y: 11 });
  expect([renewals(), board.moved.value]).toEqual([1, 3]);
});

test('moves of a tick are relative to what was told before it', () => {
  const { board } = open();
  board.apply({ pointers: [pointer(1, 100)] });
  board.apply({ moves: [1, 5, 0], pointers: [pointer(2, 50)], gone: [] });
  expect([...board.value.keys()].map((key) => board.placeOf(key)?.x)).toEqual([105, 50]);
});

test('the own pointer is left out, and who is gone is forgotten', () => {
  const { board } = open();
  board.apply({ pointers: [pointer(1), pointer(9)] });
  expect([...board.value.keys()]).toEqual(['key-1']);
  board.apply({ gone: [1] });
  expect([...board.value.keys()]).toEqual([]);
  expect(board.placeOf('key-1')).toBeNull();
});

test('a private frame with the whole table replaces what was known', () => {
  const { board } = open();
  board.apply({ pointers: [pointer(1)] });
  board.applyPrivate({});
  expect([...board.value.keys()]).toEqual(['key-1']);
  board.applyPrivate({ pointers: [pointer(3, 7)] });
  board.apply({ moves: [1, 5, 5, 3, 1, 0] });
  expect([...board.value.keys()]).toEqual(['key-3']);
  expect(board.placeOf('key-3')?.x).toBe(8);
});

test('[P31] what somebody of the own school looks at stands with their pointer, until they are gone or it is taken back', () => {
  const { board, renewals } = open();
  const viewportOf = (key: string): unknown => board.value.get(key)?.viewport;
  board.apply({ pointers: [{ ...pointer(1), viewport: [0, 0, 800, 600] }] });
  board.apply({ moves: [1, 5, 0] });
  expect([viewportOf('key-1'), renewals()]).toEqual([[0, 0, 800, 600], 1]);
  board.apply({ pointers: [{ ...pointer(1, 5), viewport: [40, 0, 800, 600] }] });
  expect([viewportOf('key-1'), board.placeOf('key-1')?.x]).toEqual([[40, 0, 800, 600], 5]);
  board.apply({ pointers: [pointer(1, 5)] });
  expect(viewportOf('key-1')).toBeUndefined();
});
