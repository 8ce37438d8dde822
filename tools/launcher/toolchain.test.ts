import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findNode, findPnpm, pinnedPnpm } from './toolchain.mjs';

let root: string;
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bridgeboard-toolchain-'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ packageManager: 'pnpm@12.21.0' }));
  said = [];
});

afterEach(() => rmSync(root, { recursive: true }));

/** A program that answers `--version`, and writes down that it was asked. */
function plantProgram(path: string, version: string): string {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), `#!/bin/sh\necho asked >> '${root}/asked'\necho '${version}'\n`);
  chmodSync(join(root, path), 0o755);
  return join(root, path);
}

/** A host with an npm that fetches nothing: as on a machine without a network. */
function host(hostVersion: string, path = ''): Parameters<typeof findNode>[0] {
  plantProgram('offline/npm', '');
  return {
    root,
    env: { PATH: [join(root, 'offline'), path, '/usr/bin', '/bin'].filter(Boolean).join(':') },
    hostNode: '/host/node',
    hostVersion,
    say: (line) => said.push(line),
  };
}

describe('findNode', () => {
  it('takes the Node of the host when it is new enough', () => {
    expect(findNode(host('24.3.0'))).toBe('/host/node');
  });

  it('verifies what was fetched once, and believes its mark from then on', () => {
    const fetched = plantProgram('.tools/node_modules/node/bin/node', 'v24.21.0');
    expect(findNode(host('20.20.2'))).toBe(fetched);
    expect(findNode(host('20.20.2'))).toBe(fetched);
    expect(readFileSync(join(root, 'asked'), 'utf8')).toBe('asked\n');
    expect(said).toEqual([]);
  });

  it("takes the platform's own package where install scripts were blocked", () => {
    plantProgram('.tools/node_modules/node/bin/node', 'not a Node');
    const folder = `.tools/node_modules/node-${process.platform}-${process.arch}`;
    const fallback = plantProgram(`${folder}/bin/node`, 'v24.21.0');
    expect(findNode(host('20.20.2'))).toBe(fallback);
  });

  it('says what it fetches and how big that is, and in one sentence that it could not', () => {
    expect(() => findNode(host('20.20.2'))).toThrow(/^node 24\.21\.0 could not be fetched: .*registry/);
    expect(said[0]).toMatch(/^Fetching node@24\.21\.0 .*about \d+ MB/);
    expect(said).toHaveLength(2);
  });
});

describe('findPnpm', () => {
  it('takes a pnpm of the host only when its major is the pinned one', () => {
    const pnpm = plantProgram('newer/pnpm', '12.3.0');
    expect(findPnpm(host('24.3.0', join(root, 'newer')))).toBe(pnpm);
    plantProgram('newer/pnpm', '11.9.0');
    const own = plantProgram('.tools/node_modules/pnpm/pnpm', '12.21.0');
    expect(findPnpm(host('24.3.0', join(root, 'newer')))).toBe(own);
  });

  it('reads the pinned version from package.json, and says so where there is none', () => {
    expect(pinnedPnpm(root)).toBe('12.21.0');
    writeFileSync(join(root, 'package.json'), '{}');
    expect(() => pinnedPnpm(root)).toThrow(/packageManager/);
  });
});
