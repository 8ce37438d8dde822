import type { CheckpointManifest } from '@bridgeboard/protocol';
import { checkSize } from './journal-rows.ts';

/**
 * Throws a RangeError unless the manifest counts these chunks, each is small enough for every adapter, and none is cut
 * inside a character: half of a surrogate pair has no UTF-8 form and would come back as another character.
 */
export function checkChunks(manifest: CheckpointManifest, chunks: readonly string[]): void {
  if (manifest.chunks !== chunks.length) throw new RangeError('the manifest counts other chunks');
  if (chunks.some((chunk) => !chunk.isWellFormed())) throw new RangeError('a chunk is cut inside a character');
  for (const chunk of chunks) checkSize(`a chunk of the checkpoint of board ${manifest.board}`, [chunk]);
}
