import { expect, test } from 'vitest';

import { timeByArea, type CpuProfile } from './read-profile.ts';

const frame = (functionName: string, url = ''): { functionName: string; url: string } => ({ functionName, url });

const profile: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 3, 4] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('tell', 'file:///rooms/room.ts'), children: [5] },
    { id: 4, callFrame: frame('listen', 'file:///server.ts') },
    { id: 5, callFrame: frame('writev') },
  ],
  samples: [4, 2, 3, 5, 5, 4],
  timeDeltas: [1_000, 5_000, 2_000, 3_000, 500, 4_000],
  startTime: 0,
  endTime: 15_500,
};

test('time goes to the innermost area of its stack, idling to none, and only between the two moments', () => {
  const areas = [
    ['sending', /^writev /],
    ['rooms', /\/rooms\//],
  ] as const;
  const found = timeByArea(profile, { areas, other: 'other', fromMs: 2, toMs: 12 });
  expect(Object.fromEntries(found)).toEqual({ rooms: 2, sending: 3.5 });
  const all = timeByArea(profile, { areas, other: 'other', fromMs: 0, toMs: 20 });
  expect(Object.fromEntries(all)).toEqual({ rooms: 2, sending: 3.5, other: 5 });
});
