import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { AuditCheck, ChainCheck } from '@bridgeboard/domain';
import { erasure, journalEntry, keptAuditLine, type Erasure } from '@bridgeboard/protocol';

import { BackupFailure } from './backup-failure.ts';
import {
  backupFormat,
  blobFolder,
  keyName,
  manifest,
  manifestHead,
  manifestName,
  type BackedUpBlob,
  type Manifest,
} from './manifest.ts';
import { partFile, readPart } from './part-file.ts';
import { bytesOf } from './picture-bytes.ts';
import { pictures, storeParts, type StorePart } from './store-parts.ts';

/** A backup that was read whole and found to be as it was written. */
export interface SoundBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The values of a part, in order. */
  read<Value>(part: StorePart<Value>): AsyncIterable<Value>;
  /** Bytes of a picture, by their hash. */
  readBlob(hash: string): AsyncIterable<Uint8Array>;
}

/**
 * Reads every file of a backup and checks it (BK2): hashes and counts, each line by its schema, the chains of each journal and of the audit log, and that
 * each picture's bytes are there. Rejects with `BackupFailure` in one sentence; nothing has been written by then.
 */
export async function readBackup(path: string): Promise<SoundBackup> {
  const folder = resolve(path);
  const said = await readManifest(folder);
  const read = <Value>(part: StorePart<Value>): AsyncIterable<Value> => readPart(part, folder);
  for (const file of said.files) await checkFile(folder, partFile(file), file);
  for (const blob of said.blobs) await checkFile(folder, join(blobFolder, blob.sha256), blob);
  const key = await readFile(join(folder, keyName)).catch(() => null);
  const keySha256 = key && createHash('sha256').update(key).digest('hex');
  if (keySha256 !== said.keySha256) throw damaged(folder, keyName);
  for (const part of storeParts) await checkValues(part, { folder, read, said });
  await checkPictures({ folder, read, said });
  const readBlob = (hash: string): AsyncIterable<Uint8Array> => createReadStream(join(folder, blobFolder, hash));
  return { folder, manifest: said, read, readBlob };
}

/** Whom a backup names as erased. Only that part of it is read and checked: others may be large. */
export async function readErasures(path: string): Promise<{ erased: Erasure[]; takenAt: number }> {
  const folder = resolve(path);
  const { files, takenAt } = await readManifest(folder);
  const erased: Erasure[] = [];
  for (const part of storeParts.filter(({ schema }) => schema === erasure)) {
    for (const file of files) if (file.name === part.name) await checkFile(folder, partFile(file), file);
    for await (const value of readPart(part, folder)) erased.push(erasure.parse(value));
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

async function checkFile(folder: string, name: string, said: BackedUpBlob): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch {
    throw damaged(folder, name);
  }
  if (bytes !== said.bytes || hash.digest('hex') !== said.sha256) throw damaged(folder, name);
}

interface Checked extends Pick<SoundBackup, 'folder' | 'read'> {
  readonly said: Manifest;
}

/** The pictures name all the bytes that are there, and no others. */
async function checkPictures({ folder, read, said }: Checked): Promise<void> {
  const sizes = new Map(said.blobs.map(({ sha256, bytes }) => [sha256, bytes]));
  for await (const { hash, bytes } of bytesOf(read(pictures))) {
    if (sizes.get(hash) !== bytes) throw damaged(folder, manifestName);
    sizes.delete(hash);
  }
  if (sizes.size > 0) throw damaged(folder, manifestName);
}

async function checkValues(part: StorePart<unknown>, of: Checked): Promise<void> {
  const chains = new Map<string, ChainCheck>();
  const audit = new AuditCheck({ number: 0, hash: '' });
  let count = 0;
  for await (const value of of.read(part)) {
    count += 1;
    if (part.schema === keptAuditLine && audit.take(keptAuditLine.parse(value)) !== null)
      throw damaged(of.folder, partFile(part));
    if (part.schema !== journalEntry) continue;
    const entry = journalEntry.parse(value);
    const chain = chains.get(entry.facts.board) ?? new ChainCheck();
    chains.set(entry.facts.board, chain);
    if (chain.take(entry) !== null) throw damaged(of.folder, partFile(part));
  }
  if (count !== of.said.files.find(({ name }) => name === part.name)?.count) throw damaged(of.folder, part.name);
}

function damaged(folder: string, file: string): BackupFailure {
  return new BackupFailure(`The backup ${folder} is damaged: ${file} is not as it was written.`);
}
