import { createHash } from 'node:crypto';

import type { Asset } from '@bridgeboard/protocol';

import type { WholeStore } from '../whole-store.ts';
import { BackupFailure } from './backup-failure.ts';

/** The bytes that rows of pictures name, each once. */
export async function* bytesOf(pictures: AsyncIterable<Asset>): AsyncIterable<Asset['full']> {
  const told = new Set<string>();
  for await (const { full, small } of pictures) {
    for (const one of [full, small]) {
      if (told.has(one.hash)) continue;
      told.add(one.hash);
      yield one;
    }
  }
}

/**
 * Reads the bytes of a picture out of a store. Ends with `BackupFailure` where they are not there, as after an erasure that was
 * quicker, or are not what their hash says.
 */
export async function* readBytes({ storage }: WholeStore, blob: Asset['full']): AsyncIterable<Uint8Array> {
  const pieces = await storage.blobs.read(blob.hash);
  if (!pieces) {
    throw new BackupFailure(
      `A picture is lost, or was deleted while it was being copied: try again. Its bytes are called ${blob.hash}.`,
    );
  }
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== blob.hash) {
    throw new BackupFailure(`A picture is damaged in the store. Its bytes are called ${blob.hash}.`);
  }
}
