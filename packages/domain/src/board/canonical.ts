import { sha256Hex } from '#sha256';
import { isObject } from './fields.ts';

/** JSON text of a value with the keys of every object in code-unit order: equal values, equal text (RFC 8785's order). */
function canonicalJson(value: unknown): string {
  // Lists of numbers, which strokes are, have no keys to put in order.
  if (Array.isArray(value) && value.every((one) => typeof one === 'number')) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  let text = '';
  for (const key of Object.keys(value).toSorted()) {
    if (value[key] !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the canonical JSON of a value, in hex. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
