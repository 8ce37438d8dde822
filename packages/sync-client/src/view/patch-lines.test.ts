import { viewDigest } from '@bridgeboard/domain';
import { packFields, packRecord, type BoardRecord, type Patch, type ViewItem } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { ConfirmedView } from './confirmed-view.ts';

const stamp = { by: '0.1', reach: 'board' as const, at: 1 };
const points = [
  { x: 0, y: 0, z: 0.5 },
  { x: 1.25, y: -3, z: 0.5 },
];
const stroke = (...more: object[]): BoardRecord =>
  ({
    id: 'shape:s',
    typeName: 'shape',
    props: { segments: [{ type: 'free', points: [...points, ...more] }] },
  }) as BoardRecord;

function viewWith(...patches: Patch[]): ConfirmedView {
  const view = new ConfirmedView();
  for (const patch of patches) view.applyShared(patch);
  return view;
}

const drawn: Patch = { put: [{ record: packRecord(stroke()), stamp }] };

test('strokes arrive packed and grow by their number or their id', () => {
  const view = viewWith(drawn, { pens: [[7, 'shape:s']], grow: [[7, 75, 0, 0]] }, { grow: [['shape:s', 100, 0, 0]] });
  const [second, third] = [
    { x: 2, y: -3, z: 0.5 },
    { x: 3, y: -3, z: 0.5 },
  ];
  expect(view.record('shape:s')).toEqual(stroke(second, third));
});

test('changed fields arrive packed too, with only what changed of the stamp', () => {
  const view = viewWith(drawn, {
    set: [
      {
        id: 'shape:s',
        fields: packFields({ 'props.segments': [{ type: 'free', points }], x: 4 }),
        stamp: { reach: 'school' },
      },
    ],
  });
  expect(view.record('shape:s')).toEqual({ ...stroke(), x: 4 });
  expect(view.stamp('shape:s')).toEqual({ ...stamp, reach: 'school' });
});

test('[P30] the digest is that of the unpacked view, whichever way it came about', () => {
  const whole: ViewItem = { record: stroke({ x: 2, y: -3, z: 0.5 }), stamp };
  const view = viewWith(drawn, { grow: [['shape:s', 75, 0, 0]] });
  expect(view.sharedDigest()).toBe(viewDigest([whole], []));
  expect(viewWith(drawn).sharedDigest()).not.toBe(view.sharedDigest());
});

test('[BR2] a record that cannot be read, and a line about nothing, leave the others of the frame alone', () => {
  const broken = { ...stroke(), id: 'shape:b', props: { segments: [{ type: 'free', line: '!?' }] } };
  const view = viewWith({
    put: [
      { record: broken, stamp },
      { record: null as unknown as BoardRecord, stamp },
      { record: packRecord(stroke()), stamp },
    ],
    set: [
      { id: 'shape:nowhere', fields: { x: 1 } },
      { id: 'shape:s', fields: { x: 5 } },
    ],
    grow: [
      [99, 1, 1, 1],
      ['shape:s', 1, 1],
      ['shape:s', 75, 0, 0],
    ],
  });
  expect(view.record('shape:b')).toEqual(broken);
  expect(view.record('shape:s')).toEqual({ ...stroke({ x: 2, y: -3, z: 0.5 }), x: 5 });
});
