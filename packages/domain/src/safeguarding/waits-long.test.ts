import { usualDesk } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { countWaitingLong } from './waits-long.ts';

const school = { desk: { ...usualDesk, waitMinutes: 60 }, timeZone: 'Europe/London' };
const at = (text: string): number => Date.parse(text);

it('[SG-28] counts what waits longer than the school lets it, in hours in which somebody is there', () => {
  const opened = ['2026-12-01T09:00Z', '2026-12-01T09:30Z', '2026-12-01T15:50Z'].map(at);
  const counts = [
    '2026-12-01T10:00Z',
    '2026-12-01T10:01Z',
    '2026-12-01T10:31Z',
    '2026-12-01T23:00Z',
    '2026-12-02T08:51Z',
  ];
  expect(counts.map((now) => countWaitingLong(opened, school, at(now)))).toEqual([0, 1, 2, 2, 3]);
  expect(countWaitingLong([], school, at('2026-12-02T08:51Z'))).toBe(0);
});

it('[SG-28] work that came in on a Friday evening does not wait long on Sunday', () => {
  const opened = [at('2026-12-04T15:30Z')];
  expect(countWaitingLong(opened, school, at('2026-12-06T12:00Z'))).toBe(0);
  expect(countWaitingLong(opened, school, at('2026-12-07T08:31Z'))).toBe(1);
});
