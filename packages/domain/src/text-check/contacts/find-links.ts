import type { TextKind } from '@bridgeboard/protocol';
import { addressEnd, atWord, dotWord, find, knownHost, mailService, service } from './patterns.ts';

/** A stretch of a folded text. */
export interface Stretch {
  readonly kind: TextKind;
  readonly from: number;
  readonly to: number;
}

interface Rule {
  readonly kind: TextKind;
  readonly pattern: RegExp;
  /** What a find goes on with to its left and right, so that all of it is marked. */
  readonly around?: RegExp;
}

const inAddress = /[\p{L}\p{N}._%+@-]/u;
const inLink = /[\p{L}\p{N}._%+@:/?=&#-]/u;
const inName = /[\p{L}\p{N}._]/u;
const dot = `(?: ?\\. ?| ?[([{<] ?(?:${dotWord}|\\.) ?[)\\]}>] ?| ${dotWord} )`;
const dotSpelled = `(?: ?[([{<] ?(?:${dotWord}|\\.) ?[)\\]}>] ?| ${dotWord} )`;
const leftWord = '(?<=[\\p{L}\\p{N}])';
const bracketed = (word: string): string => ` ?[([{<*_-] ?${word} ?[)\\]}>*_-] ?`;

/** No pattern begins with something that can be long, so that none of them looks at a text more than a few times. */
const rules: readonly Rule[] = [
  { kind: 'email', pattern: find(`${leftWord} ?@ ?[a-z0-9-]{1,40}${dot}[\\p{L}]{2,20}`), around: inAddress },
  { kind: 'email', pattern: find(`(?<=[\\p{L}][\\p{N}._]{0,9})@[\\p{L}]`), around: inAddress },
  { kind: 'email', pattern: find(`${leftWord}${bracketed(`(?:${atWord}|@)`)}(?=[\\p{L}\\p{N}])`), around: inAddress },
  {
    kind: 'email',
    pattern: find(
      `${leftWord} ${atWord} [a-z0-9-]{2,30}(?:${dotSpelled}[a-z0-9-]{2,30}){0,2}${dotSpelled}${addressEnd}`,
    ),
    around: inAddress,
  },
  { kind: 'email', pattern: find(`${leftWord} ?(?:@|${atWord}) ?${mailService}(?!\\p{L})`), around: inAddress },
  {
    kind: 'email',
    pattern: find(`(?<!\\p{L})(?:my|mon|ma) (?:${mailService}|e-?mail|mail)(?: address)? (?:is|c'est|est) `),
  },
  { kind: 'link', pattern: find('(?<![\\p{L}])(?:https?|hxxps?|ftp) ?: ?/ ?/'), around: inLink },
  { kind: 'link', pattern: find(`(?<![\\p{L}])www ?(?:[.·]| ${dotWord}) ?(?=[\\p{L}\\p{N}])`), around: inLink },
  { kind: 'link', pattern: find(`${leftWord} ?\\.${addressEnd}`), around: inLink },
  {
    kind: 'link',
    pattern: find(`${leftWord}${dot}(?:com|org|net|co ?\\. ?uk|uk|fr|io|gg|tv)(?!\\p{L})`),
    around: inLink,
  },
  { kind: 'link', pattern: find(`${leftWord} ${dotWord} ${addressEnd}`), around: inLink },
  { kind: 'link', pattern: find(`(?<![\\p{L}])${knownHost}(?: ?/ ?[\\p{L}\\p{N}]|(?!\\p{L}))`), around: inLink },
  { kind: 'link', pattern: find(`${leftWord}\\.[a-z]{2,6}/(?=[\\p{L}\\p{N}?])`), around: inLink },
  { kind: 'link', pattern: find('(?<![\\p{N}.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\p{N}.])') },
  {
    kind: 'handle',
    pattern: find(
      '(?<![\\p{L}\\p{N}@.])@(?: (?=\\p{L}{0,20}[\\p{N}_.][\\p{L}\\p{N}]))?(?=[\\p{L}_])[\\p{L}\\p{N}_.]{2,30}',
    ),
    around: inName,
  },
  { kind: 'handle', pattern: find('(?<=[\\p{L}\\p{N}_.]{2})#\\d{4}(?!\\p{N})'), around: inName },
  {
    kind: 'handle',
    pattern: find(
      `(?<!\\p{L})(?:add|follow|message|msg|dm|text|find|friend|write|write to|search|join|hit) (?:me|us)(?: up)? (?:[\\p{L}]+ ){0,2}?(?:on|at|via|in|by) (?:my )?${service}(?!\\p{L})`,
    ),
  },
  { kind: 'handle', pattern: find('(?<!\\p{L})(?:(?:add|dm|friend) me|hmu) (?:on|at) ') },
  {
    kind: 'handle',
    pattern: find(
      `(?<!\\p{L})(?:my|mon|ma) ${service}(?: name| user ?name| user| account| id| handle| tag)? ?(?:is|=|:|c'est|est) ?`,
    ),
    around: inName,
  },
  { kind: 'handle', pattern: find(`(?<!\\p{L})${service} ?[:=] ?[\\p{L}\\p{N}_]`), around: inName },
  {
    kind: 'handle',
    pattern: find("(?<!\\p{L})(?:my|mon) (?:user ?name|gamer ?tag|pseudo)(?: sur [\\p{L}]+)? (?:is|c'est|est) "),
  },
  {
    kind: 'handle',
    pattern: find(
      `(?<!\\p{L})(?:ajoute|ajoutez|suis|suivez|contacte|ecris|trouve|cherche|rejoins)[- ]moi (?:[\\p{L}]+ ){0,2}?(?:sur|par|via|dans) ${service}(?!\\p{L})`,
    ),
  },
  {
    kind: 'handle',
    pattern: find(
      `(?<!\\p{L})(?:اضفني|ضفني|اضيفوني|ضيفني|ضيفوني|تابعني|تابعوني|راسلني|راسلوني|كلمني|حسابي|رقمي) (?:\\p{L}+ ){0,2}?(?:علي|في|ع|ب)? ?(?:ال)?${service}`,
    ),
  },
];

/** E-mail and web addresses, and names to look somebody up by, in a folded text. */
export function findLinks(folded: string): Stretch[] {
  return rules.flatMap((rule) => placesOf(rule, folded));
}

function placesOf({ kind, pattern, around }: Rule, folded: string): Stretch[] {
  const found: Stretch[] = [];
  for (const match of folded.matchAll(pattern)) {
    const place = { from: match.index, to: match.index + match[0].length };
    // What one find has been widened over is not looked at again: a text may be nothing but signs of addresses.
    if (place.to <= (found.at(-1)?.to ?? 0)) continue;
    found.push({ kind, ...(around ? widened(folded, place, around) : place) });
  }
  return found;
}

const widest = 60;

function widened(
  folded: string,
  { from, to }: { from: number; to: number },
  letter: RegExp,
): { from: number; to: number } {
  let [start, end] = [from, to];
  while (start > 0 && from - start < widest && letter.test(folded[start - 1] ?? '')) start -= 1;
  while (end < folded.length && end - to < widest && letter.test(folded[end] ?? '')) end += 1;
  return { from: start, to: end };
}
