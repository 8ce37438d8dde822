import type { ErrorCode } from '@bridgeboard/protocol';
import { findContacts } from '../text-check/find-contacts.ts';
import { foldText } from '../text-check/fold-text.ts';
import { classLimits } from './class-limits.ts';

/** What nobody sees: it could make one name look like two, or hide an address from the checks below. */
const unseen = /[\p{Cf}\p{Cc}\p{Co}\p{Cn}]/gu;
/** What a text may have and no name: an @, a word with a full stop in it, five digits. */
const contact = /@|:\/\/|\bwww\b|\p{L}\.\p{L}{2,}|(?:\p{N}[\s\-./()+]*){5,}/iu;
const sign = /[^\p{L}\p{M}\s'’ʼ.·-]/u;
/** A single letter, or two with a dot where a class has two of a name: "K", "K.", "Kh.". */
const initial = /^(?:\p{L}\p{M}*\.?|\p{L}\p{M}*\p{L}\p{M}*\.)$/u;
const mostFirstNames = 2;

/** A name as it is kept: one way of writing each letter, single spaces, none around it, nothing that nobody sees. */
export function tidyNickname(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').trim();
}

/**
 * What is wrong with a tidied name, or null: a pupil is kept by first name and initial only (SG-02), so a second word is an
 * initial, and two first names take one behind them. E-mail addresses, phone numbers and web addresses are told apart from
 * other wrong signs, because a teacher should know why.
 */
export function checkNickname(name: string): ErrorCode | null {
  if (name === '') return 'NAME_EMPTY';
  if (contact.test(name) || findContacts(foldText(name)).length > 0) return 'NAME_CONTACT';
  if (name.length > classLimits.nickname) return 'TEXT_TOO_LONG';
  if (sign.test(name) || !/\p{L}/u.test(name)) return 'NAME_SIGNS';
  const words = name.split(' ');
  const firstNames = initial.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  if (words.length === 1) return null;
  const isWhole = firstNames.length < words.length && firstNames.length <= mostFirstNames;
  return isWhole ? null : 'NAME_SURNAME';
}

/** Names that only differ in their case or an unseen way are one name to whoever picks theirs from a list. */
export function sameNickname(one: string, other: string): boolean {
  const fold = (name: string): string => tidyNickname(name).replaceAll('.', '').toLocaleLowerCase('und');
  return fold(one) === fold(other);
}
