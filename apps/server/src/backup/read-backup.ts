import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { ChainCheck } from '@bridgeboard/domain';
import { erasure, journalEntry, type Erasure } from '@bridgeboard/protocol';

import { BackupFailure } from './backup-failure.ts';
import {
  backupFormat,
  keyName,
  manifest,
  manifestHead,
  manifestName,
  type BackedUpFile,
  type Manifest,
} from './manifest.ts';
import { storeParts, type StorePart } from './store-parts.ts';

/** A backup that was read whole and found to be as it was written. */
export interface SoundBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The values of a part, in order. */
  read(part: StorePart<unknown>): AsyncIterable<unknown>;
}

/**
 * Reads every file of a backup and checks it (BK2): hashes and counts, each line by its schema, the chain of each journal. Rejects with
 * `BackupFailure` in one sentence; nothing has been written by then.
 */
export async function readBackup(path: string): Promise<SoundBackup> {
  const folder = resolve(path);
  const said = await readManifest(folder);
  const read = (part: StorePart<unknown>): AsyncIterable<unknown> =>
    valuesOf(part, join(folder, `${part.name}.ndjson`));
  for (const file of said.files) await checkFile(folder, file);
  const key = await readFile(join(folder, keyName)).catch(() => null);
  const keySha256 = key && createHash('sha256').update(key).digest('hex');
  if (keySha256 !== said.keySha256) throw damaged(folder, keyName);
  for (const part of storeParts) await checkValues(part, { folder, read, said });
  return { folder, manifest: said, read };
}

/** Whom a backup names as erased. Only that part of it is read and checked: others may be large. */
export async function readErasures(path: string): Promise<{ erased: Erasure[]; takenAt: number }> {
  const folder = resolve(path);
  const { files, takenAt } = await readManifest(folder);
  const erased: Erasure[] = [];
  for (const part of storeParts.filter(({ schema }) => schema === erasure)) {
    for (const file of files) if (file.name === part.name) await checkFile(folder, file);
    for await (const value of valuesOf(part, join(folder, `${part.name}.ndjson`))) erased.push(erasure.parse(value));
  }
  return { erased, takenAt };
}

/** What a folder says of itself. Nothing else of it has been looked at. */
async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) throw new BackupFailure(`The folder ${folder} holds no backup of Bridgeboard.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(folder, manifestName);
  }
  const head = manifestHead.safeParse(value).data;
  if (head !== undefined && head.format > backupFormat) {
    throw new BackupFailure(
      `The backup ${folder} was made by a newer Bridgeboard (${head.version}): restore it with that version.`,
    );
  }
  const whole = manifest.safeParse(value).data;
  const isWhole = whole && storeParts.every(({ name }) => whole.files.some((file) => file.name === name));
  if (!isWhole || whole.files.length !== storeParts.length) throw damaged(folder, manifestName);
  return whole;
}

async function checkFile(folder: string, file: BackedUpFile): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const name = `${file.name}.ndjson`;
  try {
    for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch {
    throw damaged(folder, name);
  }
  if (bytes !== file.bytes || hash.digest('hex') !== file.sha256) throw damaged(folder, name);
}

async function checkValues(
  part: StorePart<unknown>,
  of: { folder: string; read: SoundBackup['read']; said: Manifest },
): Promise<void> {
  const chains = new Map<string, ChainCheck>();
  let count = 0;
  for await (const value of of.read(part)) {
    count += 1;
    if (part.schema !== journalEntry) continue;
    const entry = journalEntry.parse(value);
    const chain = chains.get(entry.facts.board) ?? new ChainCheck();
    chains.set(entry.facts.board, chain);
    if (chain.take(entry) !== null) throw damaged(of.folder, `${part.name}.ndjson`);
  }
  if (count !== of.said.files.find(({ name }) => name === part.name)?.count) throw damaged(of.folder, part.name);
}

async function* valuesOf(part: StorePart<unknown>, file: string): AsyncIterable<unknown> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield readLine(part, line, file);
  }
  if (rest !== '') throw new BackupFailure(`The backup is damaged: ${file} ends in the middle of a line.`);
}

function readLine(part: StorePart<unknown>, line: string, file: string): unknown {
  try {
    const read = part.schema.safeParse(JSON.parse(line));
    if (read.success) return read.data;
  } catch {
    // The parser quotes what it read, which is a child's work: said below without it.
  }
  throw new BackupFailure(`The backup is damaged: a line of ${file} cannot be read.`);
}

function damaged(folder: string, file: string): BackupFailure {
  return new BackupFailure(`The backup ${folder} is damaged: ${file} is not as it was written.`);
}
