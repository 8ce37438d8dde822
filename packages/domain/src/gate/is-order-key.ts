import { generateKeyBetween } from 'fractional-indexing';

/**
 * Whether a text is an order key that every generator can go on from: letters and digits, not too long. tldraw's own check
 * lets a whole sentence pass as one (D11), and keys like `a10` that the server's generator throws on.
 */
export function isOrderKey(text: string, maxLength: number): boolean {
  if (text.length > maxLength || !/^[0-9A-Za-z]+$/.test(text)) return false;
  try {
    generateKeyBetween(text, null);
    return true;
  } catch {
    return false;
  }
}
