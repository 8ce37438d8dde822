import { createHash, scrypt, timingSafeEqual } from 'node:crypto';

import { pinPictures } from '@bridgeboard/protocol';
import type { PinPicture, Pupil } from '@bridgeboard/protocol';

import type { Random } from '../time-and-chance.ts';

/** Four numbers of pictures, in the order they were tapped. */
export type PicturePin = readonly number[];

const saltBytes = 16;
const hashBytes = 32;
/** 16 MiB and some 50 ms a guess: only the pauses make four pictures hard to guess, this makes them slow to test. */
const cost = { N: 16_384, r: 8, p: 1 };

function stretch(pin: PicturePin, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Joined as text: raw bytes would make a PIN equal to itself with zeros at its end.
    scrypt(pin.join('-'), salt, hashBytes, cost, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

function pictureOf(bytes: Buffer): number {
  return bytes.readUInt16BE(0) % pinPictures.length;
}

function saltOf(pinHash: string): Buffer {
  return Buffer.from(pinHash.split('$')[1] ?? '', 'base64url');
}

/** Avatars that children like to be; the other pictures stand in where a class has used these up. */
const animals: readonly string[] = [
  'cat',
  'fish',
  'owl',
  'elephant',
  'turtle',
  'lion',
  'bee',
  'rabbit',
  'frog',
  'butterfly',
  'whale',
  'dog',
] satisfies PinPicture[];
/** An animal that nobody in the class is yet is looked for in so many salts, then any picture that nobody is. */
const saltsTried = 400;

/**
 * Hashes a PIN for the store. The salt also names the pupil's avatar, and is drawn again until that is none of the four
 * pictures: so the lobby, where everybody sees the avatar, gives nothing of the PIN away. `taken` are the avatars of the
 * class, which are not used twice as long as there are others.
 */
export async function hashPin(pin: PicturePin, random: Random, taken: readonly PinPicture[] = []): Promise<string> {
  const suits = (salt: Buffer, tried: number): boolean => {
    const number = pictureOf(salt);
    const picture = pinPictures[number] ?? pinPictures[0];
    if (pin.includes(number)) return false;
    if (tried >= 2 * saltsTried) return true;
    return !taken.includes(picture) && (tried >= saltsTried || animals.includes(picture));
  };
  let salt = random.bytes(saltBytes);
  for (let tried = 0; !suits(salt, tried); tried += 1) salt = random.bytes(saltBytes);
  return `scrypt$${salt.toString('base64url')}$${(await stretch(pin, salt)).toString('base64url')}`;
}

/** Whether these are the four pictures that were hashed. */
export async function isPin(pin: PicturePin, pinHash: string): Promise<boolean> {
  const kept = Buffer.from(pinHash.split('$')[2] ?? '', 'base64url');
  const given = await stretch(pin, saltOf(pinHash));
  return kept.length === given.length && timingSafeEqual(kept, given);
}

/** The picture a pupil is shown as; before there is a PIN it comes from the pupil's id. */
export function avatarOf({ id, pinHash }: Pick<Pupil, 'id' | 'pinHash'>): PinPicture {
  const number = pictureOf(pinHash === null ? createHash('sha256').update(id).digest() : saltOf(pinHash));
  return pinPictures[number] ?? pinPictures[0];
}
