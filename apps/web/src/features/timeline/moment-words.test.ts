import type { TimelineMoment } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { lessonsOf } from './moment-words.ts';

const minute = 60_000;
const moment = (from: number, at = from): TimelineMoment => ({
  from: from * minute,
  at: at * minute,
  by: [],
  marks: [],
});

it('[HIST6] a rest of half an hour parts one lesson from the next', () => {
  expect(lessonsOf([])).toEqual([]);
  expect(lessonsOf([moment(0, 10), moment(39), moment(70), moment(71)])).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 3 },
  ]);
});
