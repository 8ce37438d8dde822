import type { Verdict } from '@bridgeboard/protocol';

import { pressedLetter } from '../../lib/pressed-letter.ts';
import type { PressedKey } from '../../lib/pressed-letter.ts';

/** What a key does while the queue has the focus. */
export type QueueCommand =
  | { readonly kind: 'decide'; readonly verdict: Verdict }
  | { readonly kind: 'next' }
  /** Takes the piece that is looked at into the batch, or out of it. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'undo' };

const commands: Readonly<Record<string, QueueCommand>> = {
  a: { kind: 'decide', verdict: 'board' },
  c: { kind: 'decide', verdict: 'school' },
  s: { kind: 'decide', verdict: 'return' },
  r: { kind: 'decide', verdict: 'reject' },
  j: { kind: 'next' },
  x: { kind: 'choose' },
  z: { kind: 'undo' },
};

/** The command of a key, or undefined: the next piece has not been looked at yet while a key is held down. */
export function commandOf(pressed: PressedKey): QueueCommand | undefined {
  return commands[pressedLetter(pressed) ?? ''];
}

/** True where keys write text, so that a note with an "a" in it approves nothing. */
export function isWriting(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
