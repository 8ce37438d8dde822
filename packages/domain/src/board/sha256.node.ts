import { hash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, in hex: the same as `sha256.ts`, several times as fast where Node is. */
export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex');
}
