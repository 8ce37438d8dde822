import type { Dice } from './dice.ts';

const numbers = [
  0,
  -0,
  1,
  -1,
  0.5,
  30_000,
  100_000,
  100_000.01,
  -100_001,
  2 ** 53,
  -(2 ** 53),
  1e308,
  -1e308,
  1e-308,
] as const;
const strings = [
  '',
  'x',
  'page:page',
  'document:document',
  `shape:${'a'.repeat(21)}`,
  `shape:${'a'.repeat(22)}`,
  '__proto__',
  '\u0000',
  '\ud800',
  '\u2028',
  '$ne',
  '../../etc/passwd',
  'NaN',
  '\u202eabc',
  '👩‍👩‍👧'.repeat(40),
  '['.repeat(300),
  'long '.repeat(900),
] as const;
const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'op',
  'id',
  'x',
  'props',
  'meta',
  'toString',
  '$where',
  '',
  '0',
] as const;

/** Any value that JSON can say, with a liking for the ones that break things. */
export function hostileJson(dice: Dice, depth = 3): unknown {
  const kind = dice.int(depth > 0 ? 7 : 5);
  if (kind === 0) return null;
  if (kind === 1) return dice.once(2);
  if (kind === 2) return dice.pick(numbers);
  if (kind < 5) return dice.pick(strings);
  const inner = Array.from({ length: dice.int(6) }, () => hostileJson(dice, depth - 1));
  if (kind === 5) return inner;
  return Object.fromEntries(inner.map((value) => [dice.pick(keys), value]));
}

/** A value that is almost the given one: something within is gone, new, or another thing. The given one stays as it is. */
export function bent(dice: Dice, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || dice.once(6)) return hostileJson(dice);
  if (Array.isArray(value)) return bentList(dice, value);
  const entries = Object.entries(value);
  const at = dice.int(entries.length + 1);
  const found = entries[at];
  if (!found) return { ...value, [dice.pick(keys)]: hostileJson(dice) };
  if (dice.once(4)) return Object.fromEntries(entries.toSpliced(at, 1));
  return Object.fromEntries(entries.with(at, [found[0], bent(dice, found[1])]));
}

function bentList(dice: Dice, list: readonly unknown[]): unknown[] {
  const at = dice.int(list.length + 1);
  if (at === list.length)
    return [...list, ...Array.from({ length: 1 + dice.int(60) }, () => list[0] ?? hostileJson(dice))];
  return dice.once(3) ? list.toSpliced(at, 1) : list.with(at, bent(dice, list[at]));
}
