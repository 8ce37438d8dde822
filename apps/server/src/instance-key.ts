import { hkdfSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from './start-failure.ts';
import type { Random } from './time-and-chance.ts';

const keyBytes = 32;

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function readKey(file: string): Promise<Buffer | null> {
  try {
    return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function makeKey(folder: string, file: string, random: Random): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = random.bytes(keyBytes);
  // `wx` fails where a file appeared meanwhile: a key that something is sealed with is never written over.
  await writeFile(file, `${key.toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  return key;
}

/**
 * The secret of this instance, made at the first start and kept in `DATA_DIR/instance.key` for its owner alone. Class
 * codes, secrets of providers and reports of concern are sealed and cookies are signed with keys that come from it; who loses the
 * file prints new class codes, enters those secrets again, and cannot read what was sealed with reports any more.
 */
export async function openInstanceKey(dataDir: string, random: Random): Promise<Buffer> {
  const file = join(dataDir, 'instance.key');
  let key: Buffer;
  try {
    key = (await readKey(file)) ?? (await makeKey(dataDir, file, random));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    throw new StartFailure(
      `DATA_DIR=${dataDir} cannot be used: the file instance.key in it cannot be read or written (${reason}).`,
    );
  }
  if (key.length === keyBytes) return key;
  throw new StartFailure(
    `DATA_DIR=${dataDir} cannot be used: the file instance.key in it is damaged, put a backup in its place.`,
  );
}

/** A key for one purpose, so that what one of them gives away says nothing about another. */
export function deriveKey(
  instanceKey: Buffer,
  purpose: 'class-codes' | 'session-cookies' | 'device-cookies' | 'known-devices' | 'concerns' | 'providers',
): Buffer {
  return Buffer.from(hkdfSync('sha256', instanceKey, '', `bridgeboard ${purpose}`, keyBytes));
}
