import type { BoardRecord, Json } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { steadyStroke } from './steady-stroke.ts';

const segment = (type: string, count: number): Json => ({
  type,
  points: Array.from({ length: count }, (_, x) => ({ x, y: 0, z: 0.5 })),
});
const stroke = (segments: Json[], props: object = {}): BoardRecord => ({
  id: 'shape:s',
  typeName: 'shape',
  props: { segments, isPen: true, isComplete: false, ...props } as Json,
});

test('[BR4] of a stylus’ stroke that is being drawn, the last point may still move and is not told yet', () => {
  const drawn = stroke([segment('straight', 2), segment('free', 4)]);
  expect(steadyStroke(drawn)).toEqual(stroke([segment('straight', 2), segment('free', 3)]));
});

test('a finished stroke, a finger’s or mouse’s, a straight line and a single point are told as they are', () => {
  const whole = [
    stroke([segment('free', 4)], { isComplete: true }),
    stroke([segment('free', 4)], { isPen: false }),
    stroke([segment('straight', 2)]),
    stroke([segment('free', 1)]),
  ];
  for (const record of whole) expect(steadyStroke(record)).toBe(record);
  expect(steadyStroke(null)).toBeNull();
});
