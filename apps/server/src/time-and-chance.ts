import { randomBytes } from 'node:crypto';

/** Tells the time; injected, so that tests can set it. */
export interface Clock {
  /** ms since 1970. */
  now(): number;
}

/** Where ids, codes and keys come from; must be unguessable in the product. */
export interface Random {
  bytes(count: number): Buffer;
}

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

/** A new id of 128 random bits: 22 letters, digits, `-` and `_`. */
export function newId(random: Random): string {
  return random.bytes(16).toString('base64url');
}

/** A number from 0 to `below` - 1 (at most 256), each equally likely. */
export function pickNumber(random: Random, below: number): number {
  // Bytes above the largest multiple would make small numbers likelier: drawn again.
  const fair = 256 - (256 % below);
  for (;;) {
    const byte = random.bytes(1)[0] ?? 0;
    if (byte < fair) return byte % below;
  }
}
