/** How many characters a class code has; it is shown as two halves, XXXX-XXXX. */
export const codeLength = 8;

/**
 * What a child typed, pasted or scanned, as the code is written on the wall: capitals, one dash in the middle.
 * Spaces, dashes and anything else that no code has are dropped; what goes beyond eight characters is too.
 */
export function writeCode(typed: string): string {
  const bare = bareCode(typed);
  return bare.length > 4 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : bare;
}

/** The code alone, without the dash. */
export function bareCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, '')
    .slice(0, codeLength);
}

/** Where the caret belongs after `writeCode`, when it stood behind `typedBefore` in the text as typed. */
export function caretAfter(typedBefore: string): number {
  const { length } = bareCode(typedBefore);
  return length > 4 ? length + 1 : length;
}

/** The letters and digits of codes: no vowels and no look-alikes, so that no word of a sentence passes for a code. */
const codeInText = /(?:^|[^A-Z0-9])([2-9BCDFGHJKMNP-TV-Z]{4}[\s-]?[2-9BCDFGHJKMNP-TV-Z]{4})(?![A-Z0-9])/u;

/** The first class code in a pasted text, or undefined. */
export function findCode(text: string): string | undefined {
  const found = codeInText.exec(text.slice(0, 2_000).toUpperCase())?.[1];
  return found === undefined ? undefined : bareCode(found);
}
