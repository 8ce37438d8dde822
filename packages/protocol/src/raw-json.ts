import { maxClientMessageBytes } from './realtime/socket-events.ts';

/** Deepest nesting of arrays and objects that is read at all. */
export const maxJsonDepth = 24;
/** Most keys one object may have. */
export const maxJsonKeys = 200;

/** What `checkRawJson` finds; anything but `ok` is the code of the refusal. */
export type RawJsonVerdict = 'ok' | 'TOO_BIG' | 'TOO_DEEP' | 'BAD_JSON';

/** Keys that would reach an object's prototype if somebody copied them without care. */
const prototypeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const quote = 0x22;
const backslash = 0x5c;

function utf8Bytes(text: string, stopAfter: number): number {
  // UTF-16 units are at most three bytes each, so most messages need no counting at all.
  if (text.length * 3 <= stopAfter) return text.length;
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= stopAfter; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Each half of a surrogate pair counts two of the four bytes.
    else bytes += unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

/** Index of the quote that ends the string which began before `from`, or -1. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === backslash) at += 1;
    else if (unit === quote) return at;
  }
  return -1;
}

/** How much deeper one character leads: a bracket opens or closes. */
function step(unit: number): number {
  if (unit === 0x5b || unit === 0x7b) return 1;
  return unit === 0x5d || unit === 0x7d ? -1 : 0;
}

/**
 * Looks at the text of a message before anything parses it: a few thousand nested brackets exhaust the stack of
 * `JSON.parse`'s callers, so this loop counts them without recursion. It does not prove the text to be JSON.
 * Sizes are bytes of UTF-8.
 */
export function checkRawJson(text: string, maxBytes: number = maxClientMessageBytes): RawJsonVerdict {
  if (utf8Bytes(text, maxBytes) > maxBytes) return 'TOO_BIG';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    depth += step(unit);
    if (depth > maxJsonDepth) return 'TOO_DEEP';
    if (depth < 0) return 'BAD_JSON';
    if (unit !== quote) continue;
    at = endOfString(text, at + 1);
    if (at === -1) return 'BAD_JSON';
  }
  return depth === 0 ? 'ok' : 'BAD_JSON';
}

/** True if some object within has a key that names a prototype, or more keys than anything of ours has. */
export function hasBadKey(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    const keys = Object.keys(next);
    if (!Array.isArray(next) && (keys.length > maxJsonKeys || keys.some((key) => prototypeKeys.has(key)))) return true;
    for (const inner of Object.values(next)) if (typeof inner === 'object') left.push(inner);
  }
  return false;
}

/** A message's text as a value that is safe to look into, or the code it is refused with. */
export function parseClientJson(
  text: string,
): { readonly value: unknown } | { readonly refused: Exclude<RawJsonVerdict, 'ok'> | 'BAD_KEY' } {
  const verdict = checkRawJson(text);
  if (verdict !== 'ok') return { refused: verdict };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'BAD_JSON' };
  }
  return hasBadKey(value) ? { refused: 'BAD_KEY' } : { value };
}
