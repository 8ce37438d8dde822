import { expect, test } from 'vitest';

import { Hand } from './hand.ts';
import type { Step } from './hand.ts';

function stepsOf(person: number, count: number): Step[] {
  const hand = new Hand(person, { stepsPerStroke: 80, pauseSteps: 20, firstPauseSteps: 10 });
  return Array.from({ length: count }, () => hand.step());
}

test('the same person moves alike in every run, and unlike others', () => {
  expect(stepsOf(5, 300)).toEqual(stepsOf(5, 300));
  expect(stepsOf(5, 300)).not.toEqual(stepsOf(6, 300));
});

test('a pen rests, draws a stroke of the given length, and rests again', () => {
  const down = stepsOf(1, 310).map(({ pen }) => pen !== null);
  const rest = (count: number): boolean[] => Array.from({ length: count }, () => false);
  const stroke = Array.from({ length: 80 }, () => true);
  expect(down).toEqual([...rest(10), ...stroke, ...rest(20), ...stroke, ...rest(20), ...stroke, ...rest(20)]);
});

test('points have two decimals and begin at the place of their stroke; order keys grow and differ between people', () => {
  const pens = [1, 2].flatMap((person) => stepsOf(person, 1_000).flatMap(({ pen }) => pen ?? []));
  for (const value of pens.flatMap(({ point }) => [point.x, point.y]))
    expect(Math.round(value * 100) / 100).toBe(value);
  const firsts = pens.filter(({ isFirst }) => isFirst).map(({ point }) => point);
  for (const point of firsts) expect(point).toEqual({ x: 0, y: 0, z: 0.5 });
  const strokes = pens.filter(({ isFirst }) => isFirst).map(({ stroke }) => stroke);
  expect(new Set(strokes.map(({ id }) => id)).size).toBe(20);
  expect(new Set(strokes.map(({ index }) => index)).size).toBe(20);
  const keys = strokes.slice(0, 10).map(({ index }) => index);
  expect(keys.toSorted()).toEqual(keys);
});
