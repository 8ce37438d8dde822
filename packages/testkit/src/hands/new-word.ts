/** A word that stands nowhere else, of letters alone: digits in a row would be taken for a phone number, and what has one waits (TC5). */
export function newWord(): string {
  const letters = 'ghijklmnop';
  return crypto
    .randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => letters.charAt(Number(digit)));
}
