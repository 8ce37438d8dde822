import { expect, test } from 'vitest';

import { cut } from './checkpoint.ts';

test('[P32] a checkpoint is cut between characters, never within one', () => {
  const text = 'ab🌧cd🐟🐟e';
  for (let length = 2; length < 8; length += 1) {
    const pieces = cut(text, length);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces) {
      expect(piece.isWellFormed()).toBe(true);
      expect(piece.length).toBeLessThanOrEqual(length);
    }
  }
});
