import type { Storage } from '@bridgeboard/storage';

import { withBucket } from '../../apps/server/src/open-store.ts';
import { wholeStore, type WholeStore } from '../../apps/server/src/whole-store.ts';

/** Does something with a store, whose pictures' bytes are in a bucket if one is named, and closes it, whatever happens. */
export async function withStore<Result>(
  opening: Promise<Storage>,
  s3Url: string | null,
  use: (store: WholeStore) => Promise<Result>,
): Promise<Result> {
  const storage = await withBucket(await opening, s3Url);
  try {
    return await use(await wholeStore(storage));
  } finally {
    await storage.close();
  }
}
