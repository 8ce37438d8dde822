import type { Verdict } from '@bridgeboard/protocol';

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

/** The parts of a keyboard event that matter. */
export type PressedKey = {
  readonly key: string;
  /** Where the key lies, for keyboards that write no Latin letters. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
};

/**
 * The command of a key, or undefined. A key held down decides once: the next piece has not been looked at yet.
 */
export function commandOf(pressed: PressedKey): QueueCommand | undefined {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.repeat) return undefined;
  const isLatin = /^[a-z]$/i.test(pressed.key);
  const letter = isLatin ? pressed.key.toLowerCase() : /^Key([A-Z])$/.exec(pressed.code)?.[1]?.toLowerCase();
  return letter === undefined || (!isLatin && pressed.key.length > 1) ? undefined : commands[letter];
}

/** True where keys write text, so that a note with an "a" in it approves nothing. */
export function isWriting(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
