import type { Storage } from '@bridgeboard/storage';

import { wholeStore, type WholeStore } from '../../apps/server/src/whole-store.ts';

/** Does something with a store and closes it, whatever happens. */
export async function withStore<Result>(
  opening: Promise<Storage>,
  use: (store: WholeStore) => Promise<Result>,
): Promise<Result> {
  const storage = await opening;
  try {
    return await use(await wholeStore(storage));
  } finally {
    await storage.close();
  }
}
