import { expect, it } from 'vitest';

import { NewestDrawings } from './newest-drawings.ts';

it('[BP6] a board that stands still is drawn once, and what could not be drawn is tried again', async () => {
  const drawings = new NewestDrawings();
  let made = 0;
  const draw = (): Promise<string> => Promise.resolve(`drawing ${(made += 1)}`);
  expect(await Promise.all([drawings.get('a', draw), drawings.get('a', draw)])).toEqual(['drawing 1', 'drawing 1']);
  await expect(drawings.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await drawings.get('b', draw)).toBe('drawing 2');
  for (const key of 'cdefg') await drawings.get(key, draw);
  expect(await drawings.get('b', draw)).toBe('drawing 2');
  expect(await drawings.get('a', draw)).toBe('drawing 8');
});
