import { expect, test } from 'vitest';

import { buildScene, type Scene, type Shape } from '../scene.ts';
import { arrowCourse } from './arrow-course.ts';
import { buildArrowhead } from './arrowhead.ts';

const base = { typeName: 'shape', parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0, opacity: 1 };
const square = { geo: 'rectangle', w: 100, h: 100, growY: 0, size: 's', scale: 1 };
const arrow = {
  ...base,
  id: 'shape:arrow',
  type: 'arrow',
  props: {
    start: { x: 50, y: 50 },
    end: { x: 350, y: 50 },
    bend: 0,
    size: 's',
    scale: 1,
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
  },
};

function tie(terminal: 'start' | 'end', toId: string): object {
  const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isPrecise: true, isExact: false };
  return { id: `binding:${terminal}`, typeName: 'binding', type: 'arrow', fromId: 'shape:arrow', toId, props };
}

function courseIn(records: object[]): { start: number[]; end: number[]; middle: number[] } {
  const scene: Scene = buildScene(records);
  const shape = scene.shapes.get('shape:arrow') as Shape;
  const course = arrowCourse(scene, shape);
  const at = (index: number): number[] => {
    const point = course.at(index);
    return [Math.round(point?.x ?? 0), Math.round(point?.y ?? 0)];
  };
  return { start: at(0), end: at(-1), middle: at(Math.floor(course.length / 2)) };
}

test('[P12] a bound end stops at its shape, with room for the head; a plain end touches it', () => {
  const records = [
    arrow,
    { ...base, id: 'shape:a', type: 'geo', props: square },
    { ...base, id: 'shape:b', type: 'geo', x: 300, props: square },
    tie('start', 'shape:a'),
    tie('end', 'shape:b'),
  ];
  expect(courseIn(records)).toMatchObject({ start: [100, 50], end: [288, 50] });
});

test('[P12] where the bound shape is not in this view the end stands where the record says', () => {
  expect(courseIn([arrow, tie('end', 'shape:hidden')])).toMatchObject({ start: [50, 50], end: [350, 50] });
});

test('a positive bend bulges to the right of the way, a negative one to the left', () => {
  const bent = (bend: number): object[] => [{ ...arrow, props: { ...arrow.props, bend } }];
  expect(courseIn(bent(40)).middle).toEqual([200, 90]);
  expect(courseIn(bent(-40)).middle).toEqual([200, 10]);
});

test('an arrow wholly inside the shape it points at is shown whole', () => {
  const around = { ...base, id: 'shape:a', type: 'geo', x: -500, y: -500, props: { ...square, w: 2000, h: 2000 } };
  expect(courseIn([arrow, around, tie('start', 'shape:a')]).end).toEqual([350, 50]);
});

test('every arrowhead of tldraw has lines, "none" and unknown ones have not', () => {
  const course = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  const known = ['arrow', 'triangle', 'square', 'dot', 'diamond', 'inverted', 'bar'];
  expect(known.filter((kind) => !buildArrowhead(kind, course, 2))).toEqual([]);
  for (const kind of ['none', 'constructor', undefined]) expect(buildArrowhead(kind, course, 2)).toBeNull();
});
