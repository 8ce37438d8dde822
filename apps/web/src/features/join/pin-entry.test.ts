import { describe, expect, it } from 'vitest';

import { startEntry, tapEntry } from './pin-entry.ts';
import type { PinEntry } from './pin-entry.ts';

function tapAll(start: PinEntry, pictures: readonly number[]): ReturnType<typeof tapEntry> {
  return pictures.reduce<ReturnType<typeof tapEntry>>((now, picture) => tapEntry(now.entry, picture), { entry: start });
}

describe('tapEntry', () => {
  it('sends the four pictures of a pupil who has some', () => {
    expect(tapAll(startEntry(true), [6, 19, 12]).send).toBeUndefined();
    expect(tapAll(startEntry(true), [6, 19, 12, 6]).send).toEqual([6, 19, 12, 6]);
  });

  it('takes no fifth picture while the four are on their way', () => {
    const { entry } = tapAll(startEntry(true), [6, 19, 12, 6]);
    expect(tapEntry(entry, 3).send).toBeUndefined();
  });

  it('asks for new pictures twice before it sends them', () => {
    const chosen = tapAll(startEntry(false), [1, 2, 3, 4]);
    expect(chosen.send).toBeUndefined();
    expect(chosen.entry).toMatchObject({ round: 'repeat', taps: [] });
    expect(tapAll(chosen.entry, [1, 2, 3, 4]).send).toEqual([1, 2, 3, 4]);
  });

  it('starts choosing again where the second four differ, and says so until the next tap', () => {
    const { entry, send } = tapAll(startEntry(false), [1, 2, 3, 4, 1, 2, 3, 5]);
    expect(send).toBeUndefined();
    expect(entry).toMatchObject({ round: 'choose', taps: [], mismatch: true });
    expect(tapEntry(entry, 0).entry.mismatch).toBe(false);
  });
});
