import { pinLength, tap } from './pin-taps.ts';
import type { PinTaps } from './pin-taps.ts';

/** check: the four pictures known from last time · choose: new ones · repeat: the new ones once more. */
type PinRound = 'check' | 'choose' | 'repeat';

/** How far a pupil is with the pictures. */
export type PinEntry = {
  readonly round: PinRound;
  readonly taps: PinTaps;
  /** The new four, while they are repeated. */
  readonly first: PinTaps;
  /** The second four were not the first four. */
  readonly mismatch: boolean;
};

/** Before the first tap: a pupil who has pictures shows them, a new one chooses some. */
export function startEntry(hasPin: boolean): PinEntry {
  return { round: hasPin ? 'check' : 'choose', taps: [], first: [], mismatch: false };
}

/** One tap. With `send` the four are complete and go to the server. */
export function tapEntry(entry: PinEntry, picture: number): { readonly entry: PinEntry; readonly send?: PinTaps } {
  const taps = tap(entry.taps, picture);
  const tapped = { ...entry, taps, mismatch: false };
  if (taps.length < pinLength || taps === entry.taps) return { entry: tapped };
  if (entry.round === 'choose') return { entry: { ...tapped, round: 'repeat', taps: [], first: taps } };
  if (entry.round === 'check' || taps.join() === entry.first.join()) return { entry: tapped, send: taps };
  return { entry: { ...startEntry(false), mismatch: true } };
}
