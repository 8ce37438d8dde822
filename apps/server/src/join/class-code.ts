import { timingSafeEqual } from 'node:crypto';

import { codeAlphabet } from '@bridgeboard/protocol';

import { pickNumber } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

const codeLength = 8;
const selectorLength = 4;

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

/** Whether two codes are the same, in a time that does not depend on where they differ. */
export function isSameCode(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
