/**
 * Whether a text looks like an order key: letters and digits, not too long. tldraw's own check lets a whole sentence pass as
 * one (D11), and its generator stumbles over what is not of its alphabet.
 */
export function isOrderKey(text: string, maxLength: number): boolean {
  return text.length <= maxLength && /^[A-Za-z][0-9A-Za-z]+$/.test(text);
}
