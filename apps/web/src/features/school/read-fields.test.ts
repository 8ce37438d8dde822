import { expect, it } from 'vitest';

import { minutesOf, timeOf } from './read-fields.ts';

it('tells minutes of a day as a time and back, and the end of the day as its last minute', () => {
  expect([480, 1_080, 0, 1_440].map(timeOf)).toEqual(['08:00', '18:00', '00:00', '23:59']);
  expect(['08:00', '18:30', '23:59'].map(minutesOf)).toEqual([480, 1_110, 1_440]);
});
