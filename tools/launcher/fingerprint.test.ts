import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fingerprint } from './fingerprint.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bridgeboard-fingerprint-'));
  mkdirSync(join(root, 'web/src'), { recursive: true });
  writeFileSync(join(root, 'web/src/page.ts'), 'one');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('fingerprint', () => {
  it('is the same for the same contents, whatever their times', () => {
    const before = fingerprint(root, ['web']);
    utimesSync(join(root, 'web/src/page.ts'), 1, 1);
    expect(fingerprint(root, ['web'])).toBe(before);
  });

  it('changes with a content, a name and a new file', () => {
    const prints = new Set([fingerprint(root, ['web'])]);
    writeFileSync(join(root, 'web/src/page.ts'), 'two');
    prints.add(fingerprint(root, ['web']));
    writeFileSync(join(root, 'web/src/other.ts'), '');
    prints.add(fingerprint(root, ['web']));
    expect(prints.size).toBe(3);
  });

  it('does not look at tests, at installed packages or at what was built', () => {
    const before = fingerprint(root, ['web']);
    for (const file of ['node_modules/a.js', 'dist/index.html', 'src/page.test.ts']) {
      mkdirSync(join(root, 'web', file, '..'), { recursive: true });
      writeFileSync(join(root, 'web', file), 'x');
    }
    expect(fingerprint(root, ['web'])).toBe(before);
  });

  it('takes single files, and ones that are not there', () => {
    expect(fingerprint(root, ['web/src/page.ts', 'gone.yaml'])).toBe(fingerprint(root, ['web/src/page.ts']));
  });
});
