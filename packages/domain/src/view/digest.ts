import type { CaseView, ViewItem } from '@bridgeboard/protocol';

/**
 * P30: a digest of one shared view as of one `viewSeq`: equal views, equal text; different views differ but for an accident
 * in 2^32. The order of records and of keys does not count. Meant to find faults, not forgeries.
 */
export function viewDigest(items: Iterable<ViewItem>, cases: Iterable<CaseView>): string {
  // Sums of some ten thousand 32-bit numbers stay exact.
  let sum = 0;
  for (const item of items) sum += digestOf(item);
  for (const one of cases) sum += digestOf(one);
  return sum.toString(36);
}

/** The digest of one pupil's own part: what lies over the shared view (null where it takes a record out), and own cases. */
export function privateDigest(over: Iterable<readonly [string, ViewItem | null]>, cases: Iterable<CaseView>): string {
  let sum = 0;
  for (const [id, item] of over) sum += item ? digestOf(item) : hashText(id);
  for (const one of cases) sum += digestOf(one);
  return sum.toString(36);
}

/** Items and cases are replaced, never changed, so each is looked through once. */
const known = new WeakMap<object, number>();

function digestOf(value: object): number {
  const found = known.get(value);
  if (found !== undefined) return found;
  const digest = hashOf(value);
  known.set(value, digest);
  return digest;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

function hashOf(value: unknown): number {
  if (typeof value === 'number') return hashNumber(value);
  if (typeof value === 'string') return hashText(value);
  if (typeof value !== 'object' || value === null) return hashText(String(value));
  if (Array.isArray(value)) return value.reduce<number>((hash, one) => stir(hash, hashOf(one)), 0x2545f491);
  let sum = 0;
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined) sum = (sum + stir(hashText(key), hashOf(inner))) >>> 0;
  }
  return stir(0x9e3779b9, sum);
}

function hashNumber(value: number): number {
  float[0] = value + 0;
  return stir(words[0] ?? 0, words[1] ?? 0);
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Two numbers as one, the order counting (the finish of MurmurHash3). */
function stir(first: number, second: number): number {
  let hash = Math.imul(first, 31) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
