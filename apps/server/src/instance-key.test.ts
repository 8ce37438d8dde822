import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { deriveKey, openInstanceKey } from './instance-key.ts';
import { systemRandom } from './time-and-chance.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('[SEC-42] is made once, for the owner of the folder alone', async () => {
  const inside = join(folder, 'data');
  const key = await openInstanceKey(inside, systemRandom);
  expect(await openInstanceKey(inside, systemRandom)).toEqual(key);
  expect((await stat(join(inside, 'instance.key'))).mode & 0o777).toBe(0o600);
  expect((await stat(inside)).mode & 0o777).toBe(0o700);
  expect(Buffer.from(await readFile(join(inside, 'instance.key'), 'utf8'), 'base64url')).toEqual(key);
});

it('gives each purpose a key of its own', () => {
  const key = systemRandom.bytes(32);
  const purposes = ['class-codes', 'session-cookies', 'device-cookies', 'known-devices'] as const;
  const keys = purposes.map((purpose) => deriveKey(key, purpose).toString('hex'));
  expect(new Set([...keys, key.toString('hex')]).size).toBe(5);
  expect(deriveKey(key, 'class-codes').toString('hex')).toBe(keys[0]);
});
