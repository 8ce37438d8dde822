import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { sha256Hex as inNode } from './sha256.node.ts';
import { sha256Hex as inBrowsers } from './sha256.ts';

test.each(['', 'kingfisher', 'المعلّمة نور', '🦆'.repeat(500), '\u0000\u2028"\\', 'x'.repeat(100_000)])(
  '[P8] a hash is the same wherever it is made (%#)',
  (text) => {
    const known = createHash('sha256').update(text, 'utf8').digest('hex');
    expect([inBrowsers(text), inNode(text)]).toEqual([known, known]);
  },
);
