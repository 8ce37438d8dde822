import { createCipheriv, createDecipheriv } from 'node:crypto';

import type { Random } from './time-and-chance.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** Seals a text for the store; bound to what it belongs to, so that it opens for nothing else. */
export function sealText(text: string, seal: { key: Buffer; of: string; random: Random }): string {
  const nonce = seal.random.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonce).setAAD(Buffer.from(seal.of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text that was sealed. Throws where the key or what it belongs to is another one, or the text was changed. */
export function openText(sealed: string, seal: { key: Buffer; of: string }): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', seal.key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(seal.of))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
}
