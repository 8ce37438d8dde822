/**
 * The server has no font to measure with, so the width of a line is guessed from its letters. The
 * guess decides only where lines break: they are placed by their middle or their start.
 */
const thin = new Set("ijl!,.:;'|’‘ı");
const slim = new Set('frtsc-"()[]*^/`');
const wide = new Set('mwMW@%&—…æœ');

/**
 * Share of the font size that one character takes in the board's hand; system fonts are narrower, so
 * that lines broken for the hand fit in them too.
 */
function shareOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (character === ' ') return 0.34;
  if (thin.has(character)) return 0.31;
  if (slim.has(character)) return 0.49;
  if (wide.has(character)) return 0.95;
  // Combining marks sit on the letter before them.
  if (code >= 0x300 && code <= 0x36f) return 0;
  // Arabic letters join up; Chinese, Japanese, Korean and pictographs fill a square.
  if (code >= 0x600 && code <= 0x6ff) return 0.48;
  if (code >= 0x2e80) return 1;
  return /[A-Z0-9]/.test(character) ? 0.67 : 0.615;
}

/** Estimated width of `text` in page units. */
export function estimateWidth(text: string, fontSize: number, bold = false): number {
  let share = 0;
  for (const character of text) share += shareOf(character);
  return share * fontSize * (bold ? 1.045 : 1);
}
