import type { FoldedText } from '../fold-text.ts';
import type { Stretch } from './find-links.ts';
import { find } from './patterns.ts';

interface Rule {
  readonly pattern: RegExp;
  /** Whether a find is one; the letters as they were typed tell names from other words. */
  readonly accept?: (match: RegExpExecArray, typed: string) => boolean;
}

const streetEnd =
  '(?:street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|cres|terrace|boulevard|blvd|gardens|grove|mews|square|court|way)';
/** Words that stand between a number and a road without naming it: "2 miles down the road". */
const noName =
  /(?:^| )(?:the|a|an|of|in|on|down|up|along|across|by|from|to|our|my|this|that|one|each|every|big|main road|miles?|km|metres?|meters?|cars?|lanes?|people|children|times?|houses?|trees?|and|are|is|were|long|wide|different|more|other|new|old)(?: |$)/;

/** "3 Long Meadow Close": a name is written with capitals, "3 long lanes" is not. */
function isAllCapitals(typed: string): boolean {
  const words = typed.split(' ').slice(1);
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

const rules: readonly Rule[] = [
  // 12 Oak Street; 3 bis rue de la Paix; شارع الحسن الثاني رقم 12.
  {
    pattern: find(`(?<![\\p{N}.,:/-])\\d{1,4} ?[a-d]?,? (?:[\\p{L}'’.-]{2,20} ){1,3}${streetEnd}(?![\\p{L}])`),
    accept: ([all], typed) =>
      isAllCapitals(typed) ||
      !noName.test(
        all
          .replace(/^[^ ]+/, '')
          .replace(/[^ ]+$/, '')
          .trim(),
      ),
  },
  {
    pattern: find(
      "(?<![\\p{N}.,:/-])\\d{1,4} ?(?:bis|ter)?,? (?:rue|avenue|av\\.?|bd|boulevard|impasse|allee|chemin|quai|ruelle|square|lotissement|residence) (?:de |du |des |d'|la |le |les |l')*[\\p{L}]",
    ),
  },
  {
    pattern: find(
      "(?<!\\p{L})(?:j'habite|j’habite|j habite|habite|habitons) (?:au |a |dans la |dans |rue |le )*(?:\\d{1,4}|rue|avenue|boulevard)(?![\\p{N}])",
    ),
  },
  {
    pattern: find('(?<!\\p{L})(?:i|we) (?:live|stay) (?:at|in) (?:number |no\\.? |flat |house )?\\d{1,4}(?![\\p{N}])'),
  },
  { pattern: find("(?<!\\p{L})(?:my|our|mon|notre) (?:home )?(?:address|adresse) (?:is|:|est|c'est) ") },
  { pattern: find('(?<!\\p{L})(?:عنواني|عنوان بيتي|عنوان منزلي)(?!\\p{L})') },
  { pattern: find('(?<!\\p{L})(?:شارع|زنقه|نهج|درب|حي) [\\p{L} ]{2,40}?،?,? ?(?:رقم|عماره|منزل|بيت|شقه) ?\\d{1,4}') },
  { pattern: find('\\d{1,4}[،,]? (?:شارع|زنقه|نهج|درب) \\p{L}') },
  { pattern: find('(?:اسكن|نسكن|اعيش|نعيش) في (?:شارع|زنقه|حي|منزل رقم|البيت رقم|عماره) ?\\p{L}*') },
  // Codes: Britain, Canada, the Netherlands, the United States; five digits in front of a place.
  {
    pattern: find('(?<![\\p{L}\\p{N}])[a-z]{1,2}\\d[a-z\\d]?[ .-]{0,2}\\d[abd-hjlnp-uw-z]{2}(?![\\p{L}\\p{N}])'),
    accept: (match, typed) => !/\d(?:st|nd|rd|th)$/.test(typed),
  },
  { pattern: find('(?<![\\p{L}\\p{N}])[abceghj-nprstvxy]\\d[a-z] ?\\d[a-z]\\d(?![\\p{L}\\p{N}])') },
  {
    pattern: find('(?<![\\p{L}\\p{N}])[1-9]\\d{3} ?[a-z]{2}(?![\\p{L}\\p{N}])'),
    accept: (match, typed) => /^\d{4} ?[A-Z]{2}$/.test(typed) && !/(?:BC|AD|CE|KM|KG|CM|MM|ML|PM|AM)$/.test(typed),
  },
  {
    pattern: find('(?<![\\p{L}\\p{N}])[a-z]{2},? \\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}])'),
    accept: (match, typed) => /^[A-Z]{2}/.test(typed),
  },
  {
    pattern: find('(?<![\\p{N}.,] ?)(?:\\p{L}-)?\\d{5} \\p{L}{3,}'),
    accept: (match, typed) => /\d \p{Lu}\p{Ll}/u.test(typed) && !/000 \p{L}+s$/u.test(typed),
  },
  {
    pattern: find(
      '(?<!\\p{L})(?:post ?code|zip ?code|zip|code postal|الرمز البريدي)(?: is| est|:| هو|,)? ?:? ?[a-z]{0,2}[ -]?\\d[\\p{L}\\p{N}]{0,6}(?: \\d[a-z]{2})?',
    ),
  },
];

/** Street addresses and codes of post offices in a text. */
export function findAddresses({ original, folded, from, to }: FoldedText): Stretch[] {
  return rules.flatMap(({ pattern, accept }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const typed = original.slice(from[match.index], to[end - 1]);
      return accept && !accept(match, typed) ? [] : [{ kind: 'address' as const, from: match.index, to: end }];
    }),
  );
}
