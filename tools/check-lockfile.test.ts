import { describe, expect, it } from 'vitest';

import { judgeLockfile } from './check-lockfile.ts';

function judge(...packages: string[]): readonly string[] {
  return judgeLockfile(`packages:\n${packages.map((name) => `  '${name}': {}\n`).join('')}`).problems;
}

describe('judgeLockfile', () => {
  it('accepts the floor itself and all above it', () => {
    expect(judge('ws@8.21.0', 'socket.io-parser@4.2.10', 'mongoose@10.0.0', 'other@0.0.1')).toEqual([]);
  });

  it.each(['ws@8.20.9', 'ws@7.5.10', 'socket.io-parser@4.2.5', 'engine.io@6.6.9-beta.1', 'multer@2.0.1'])(
    'names %s as below its floor',
    (name) => {
      expect(judge(name)).toEqual([expect.stringContaining(name.replace('@', ' '))]);
    },
  );

  it('lets no other tldraw in, whoever brings it', () => {
    expect(judge('tldraw@3.15.6', '@tldraw/store@3.15.7')).toEqual([expect.stringContaining('exactly 3.15.6')]);
  });

  it('does not pass on an empty lockfile', () => {
    expect(judge()).toHaveLength(1);
  });
});
