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

/** The letter of a key that does something by itself, small, or undefined. A key held down does it once. */
export function pressedLetter(pressed: PressedKey): string | undefined {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.repeat) return undefined;
  if (/^[a-z]$/i.test(pressed.key)) return pressed.key.toLowerCase();
  return pressed.key.length > 1 ? undefined : /^Key([A-Z])$/.exec(pressed.code)?.[1]?.toLowerCase();
}
