import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  packFields,
  packPoints,
  packRecord,
  toHundredth,
  unpackFields,
  unpackPoints,
  unpackRecord,
} from '@bridgeboard/protocol';

const hundredth = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 100);
const point = fc.record({ x: hundredth, y: hundredth, z: hundredth });

test('[RT6] a packed line stands for exactly the points it was made of, from any point on', () => {
  fc.assert(
    fc.property(fc.array(point), fc.option(point), (points, from) => {
      const line = packPoints(points, from);
      expect(line?.length).toBe(points.length * 3);
      expect(unpackPoints(JSON.parse(JSON.stringify(line)), from)).toEqual(points);
    }),
  );
});

test('[RT6] what is no sound point in hundredths is not packed', () => {
  const odd = [
    { x: 1.234, y: 0, z: 0 },
    { x: 1, y: 2 },
    { x: 1, y: 2, z: 0.5, w: 1 },
    { x: '1', y: 2, z: 3 },
    null,
    -0,
  ];
  for (const one of odd) expect(packPoints([{ x: 1, y: 2, z: 0.5 }, one])).toBeNull();
  expect(packPoints([{ x: -0, y: 0, z: 0 }])).toBeNull();
  expect(() => unpackPoints([1, 2])).toThrow(RangeError);
});

test('[RT6] every number of hundredths survives being rounded', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e8, max: 1e8 }), (n) => {
      expect(toHundredth(n / 100)).toBe(n / 100);
    }),
  );
  expect(Object.is(toHundredth(-0.001), 0)).toBe(true);
});

test('[RT6] records and fields come back as they were, whether their strokes could be packed or not', () => {
  const points = [
    { x: 0, y: 0, z: 0.5 },
    { x: 3.25, y: -1.5, z: 0.5 },
  ];
  const segments = [
    { type: 'free', points },
    { type: 'straight', points: [{ x: 0.123_45, y: 0, z: 1 }] },
  ];
  const record = { id: 'shape:a', typeName: 'shape', props: { color: 'red', segments } };
  const packed = packRecord(record);
  expect(packed).toMatchObject({ props: { segments: [{ type: 'free', line: 'AAkDqUtJA' }, segments[1]] } });
  expect(unpackRecord(packed)).toEqual(record);
  const fields = { x: 1, 'props.segments': segments };
  expect(unpackFields(packFields(fields))).toEqual(fields);
  const note = { id: 'shape:b', typeName: 'shape', props: { text: 'x' } };
  expect(packRecord(note)).toBe(note);
});

test('[RT6] whole strokes of any points come back as they were, and what is no packed line is found out', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1 }), (points) => {
      const record = { id: 'shape:a', typeName: 'shape', props: { segments: [{ type: 'free', points }] } };
      const packed = packRecord(record);
      expect(Object.keys((packed['props'] as unknown as typeof record.props).segments[0] ?? {})).toEqual([
        'type',
        'line',
      ]);
      expect(unpackRecord(JSON.parse(JSON.stringify(packed)))).toEqual(record);
    }),
  );
  const bad = { id: 'shape:a', typeName: 'shape', props: { segments: [{ type: 'free', line: '*?' }] } };
  expect(() => unpackRecord(bad)).toThrow(/character/);
});
