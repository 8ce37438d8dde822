import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

import {
  edit,
  errorCodes,
  frame,
  join,
  joined,
  maxClientMessageBytes,
  move,
  oldestSupported,
  op,
  presence,
  privateFrame,
  protocolVersion,
  refused,
  snapshot,
  viewerJoin,
} from './index.ts';

/** Everything that a browser and a server say to each other about a board. */
const messages = { join, viewerJoin, joined, edit, op, presence, move, frame, privateFrame, refused, snapshot };

/** Fingerprint of the messages of each version. A line never changes once its version has been released. */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'c7d0c91f3ba2f38cf7df3295fdce785a',
  2: '27b1aef3364800f219b0a70a60dbf9da',
  3: '4b7758b1b6a421bd8b22b8ef5285a1b4',
  4: '8cfeb4c2688390850a8d112da4bf716f',
  5: 'fd02c423cf43047d2555d41476d0731f',
  6: 'acd1546095efcce750755ce1099360fc',
  7: 'b3fac6970e781783489b199f9880c42a',
  8: '574e46cd433ca518329b084cda085285',
  9: '4b70f3daad6d0446c8322b1f60ea6c1b',
};

/** JSON Schema of a message with the keys in order, so that only what may be said counts, not how it is written down. */
function describeMessage(schema: z.core.$ZodType): unknown {
  return sorted(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

describe('the wire protocol', () => {
  test('[RT5] a change of any message takes a new version number, with a line in its history', () => {
    const said = Object.entries(messages).map(([name, schema]) => [name, describeMessage(schema)]);
    // A new code of refusal is no new message: a browser that does not know it says that something went wrong.
    const text = JSON.stringify([...said, maxClientMessageBytes]).replaceAll(JSON.stringify(errorCodes), '"code"');
    const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 32);
    expect(fingerprint, 'the messages changed: give protocolVersion a new number and this fingerprint').toBe(
      fingerprints[protocolVersion],
    );
  });

  test('[RT5] the fingerprint sees fields, types, limits and patterns', () => {
    const seen = JSON.stringify(describeMessage(join));
    for (const part of ['board', 'viewSeq', 'integer', '{16,40}', 'required']) expect(seen).toContain(part);
    expect(JSON.stringify(describeMessage(presence))).toContain('100000');
  });

  test('[RT5] every version that still works has its fingerprint', () => {
    for (let version: number = oldestSupported; version <= protocolVersion; version += 1) {
      expect(fingerprints[version]).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});
