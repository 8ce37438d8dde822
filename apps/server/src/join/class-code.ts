import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';

import { codeAlphabet } from '@bridgeboard/protocol';

import { pickNumber } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

const codeLength = 8;
const selectorLength = 4;
const nonceBytes = 12;
const tagBytes = 16;

/** A new class code: 38.5 bits. */
export function newCode(random: Random): string {
  return Array.from({ length: codeLength }, () => codeAlphabet.charAt(pickNumber(random, codeAlphabet.length))).join(
    '',
  );
}

/** What somebody typed as a code without case, spaces and dashes, or null where that is no code. */
export function normaliseCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '');
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}

/** The part that finds the class; it verifies nothing. */
export function selectorOf(code: string): string {
  return code.slice(0, selectorLength);
}

/** As people read it out: `KFPA-7M4T`. */
export function showCode(code: string): string {
  return `${code.slice(0, selectorLength)}-${code.slice(selectorLength)}`;
}

/** Seals a code for the store; bound to its class, so that it opens for no other. */
export function sealCode(code: string, seal: { key: Buffer; classId: string; random: Random }): string {
  const nonce = seal.random.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonce).setAAD(Buffer.from(seal.classId));
  const sealed = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The code that was sealed. Throws where the key or the class is another one, or the text was changed. */
export function openCode(sealed: string, seal: { key: Buffer; classId: string }): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', seal.key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(seal.classId))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
}

/** Whether two codes are the same, in a time that does not depend on where they differ. */
export function isSameCode(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
