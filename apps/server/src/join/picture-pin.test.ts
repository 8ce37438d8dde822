import { pinPictures } from '@bridgeboard/protocol';
import type { PinPicture } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

import { systemRandom } from '../time-and-chance.ts';
import { avatarOf, hashPin, isPin } from './picture-pin.ts';

describe('picture PINs', () => {
  it('[D10] hold in their order, repeats allowed', async () => {
    const hash = await hashPin([3, 3, 17, 0], systemRandom);
    expect(hash).toMatch(/^scrypt\$/);
    expect(await isPin([3, 3, 17, 0], hash)).toBe(true);
    expect(await isPin([3, 17, 3, 0], hash)).toBe(false);
    expect(await isPin([3, 3, 17], hash)).toBe(false);
  });

  it('an avatar is never one of that pupil’s pictures', async () => {
    // All pictures but one are in some PIN here, so that a salt drawn once would nearly always give one away.
    const pin = Array.from({ length: pinPictures.length - 1 }, (_, number) => number);
    const pinHash = await hashPin(pin, systemRandom);
    expect(avatarOf({ id: 'kim', pinHash })).toBe(pinPictures.at(-1));
    expect(avatarOf({ id: 'kim', pinHash: null })).toBe(avatarOf({ id: 'kim', pinHash: null }));
  });

  it('a class has no avatar twice while there are others, animals first', async () => {
    const avatars: PinPicture[] = [];
    for (let pupil = 0; pupil < pinPictures.length + 1; pupil += 1) {
      // No animal is in this PIN.
      const pinHash = await hashPin([4, 5, 7, 9], systemRandom, avatars);
      avatars.push(avatarOf({ id: 'kim', pinHash }));
    }
    expect(avatars.slice(0, 12).toSorted()).toEqual([
      'bee',
      'butterfly',
      'cat',
      'dog',
      'elephant',
      'fish',
      'frog',
      'lion',
      'owl',
      'rabbit',
      'turtle',
      'whale',
    ]);
    expect(new Set(avatars).size).toBe(pinPictures.length - 4);
  });
});
