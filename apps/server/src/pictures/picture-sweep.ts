import { keptClasses } from '@bridgeboard/protocol';
import type { AssetStore, BlobStore } from '@bridgeboard/storage';

import type { LiveBoards } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';

interface Parts {
  readonly assets: AssetStore;
  readonly blobs: BlobStore;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly clock: Clock;
}

/** A picture that no image shows after so long was never put on its board. */
export const unusedMs = keptClasses.uploads.days * 86_400_000;
const lotSize = 200;

/**
 * REL-22: deletes pictures that were uploaded and never shown, and bytes that belong to no picture. A picture that any version
 * of a board has shown stands on that board for ever, so what is in a journal, a bin or a publication is never deleted.
 */
export async function sweepPictures({ assets, blobs, boards, clock }: Parts): Promise<void> {
  const before = clock.now() - unusedMs;
  for (let lot = await assets.unkept(before, lotSize); lot.length > 0; lot = await assets.unkept(before, lotSize)) {
    for (const { id, board } of lot) {
      if ((await boards.open(board)).hasAsset(`asset:${id}`)) await assets.keep(id);
      else await assets.remove(id);
    }
  }
  // Bytes that somebody kept again meanwhile are newer, and stay.
  for await (const { hash, storedAt } of blobs.list()) {
    if (storedAt < before && !(await assets.isUsed(hash))) await blobs.deleteOlder(hash, before);
  }
}
