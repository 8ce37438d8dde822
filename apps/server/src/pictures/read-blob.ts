import type { BlobStore } from '@bridgeboard/storage';

/** Bytes as one piece, or null. Pictures are kept small enough for that. */
export async function readBlob(blobs: BlobStore, hash: string): Promise<Buffer | null> {
  const pieces = await blobs.read(hash);
  if (pieces === null) return null;
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
}
