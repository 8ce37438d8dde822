import { hasBadKey, maxJsonDepth, op as opSchema, type ErrorCode, type Op } from '@bridgeboard/protocol';

/**
 * One operation as it came over the wire, or why it cannot even be looked at. What is deep, names a prototype or is no
 * sound text is found without recursion, before anything else walks into it: the sender is not to be trusted.
 */
export function readOp(raw: unknown): { readonly op: Op } | { readonly code: ErrorCode } {
  if (isTooDeep(raw)) return { code: 'TOO_DEEP' };
  if (hasBadKey(raw)) return { code: 'BAD_KEY' };
  const wrong = faultIn(raw);
  if (wrong) return { code: wrong };
  const parsed = opSchema.safeParse(raw);
  if (!parsed.success) return { code: 'BAD_MESSAGE' };
  const op = parsed.data;
  if (op.op === 'update' && Object.keys(op.set).some(namesPrototype)) return { code: 'BAD_KEY' };
  return { op };
}

/** `props.__proto__` is one key here and two when it is applied. */
function namesPrototype(field: string): boolean {
  return field.split('.').some((part) => hasBadKey(Object.fromEntries([[part, null]])));
}

function isTooDeep(raw: unknown): boolean {
  let level: unknown[] = [raw];
  for (let depth = 0; depth <= maxJsonDepth; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/**
 * SEC-14: half a surrogate pair is no text; stores and hashes would each make something else of it. SEC-15: `1e999` is sound
 * JSON and no number.
 */
function faultIn(raw: unknown): ErrorCode | null {
  const left: unknown[] = [raw];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'number' && !Number.isFinite(next)) return 'OUT_OF_RANGE';
    if (typeof next === 'string' && !next.isWellFormed()) return 'BAD_JSON';
    if (typeof next !== 'object' || next === null) continue;
    for (const key of Object.keys(next)) if (!key.isWellFormed()) return 'BAD_JSON';
    for (const inner of Object.values(next)) left.push(inner);
  }
  return null;
}
