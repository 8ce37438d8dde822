import type { TextFind } from '@bridgeboard/protocol';
import { findAddresses } from './contacts/find-addresses.ts';
import { findLinks } from './contacts/find-links.ts';
import { findPhones } from './contacts/find-phones.ts';
import type { FoldedText } from './fold-text.ts';

/** Ways to reach somebody in a folded text: mail and web addresses, phone numbers, names on other services, where somebody lives. */
export function findContacts(text: FoldedText): TextFind[] {
  const found = [...findLinks(text.folded), ...findPhones(text.folded), ...findAddresses(text)];
  return found.map(({ kind, from, to }) => ({ kind, from: text.from[from] ?? 0, to: text.to[to - 1] ?? 0 }));
}
