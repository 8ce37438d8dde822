import type { Storage } from '@bridgeboard/storage';

import { wholeStore, type WholeStore } from '../../apps/server/src/whole-store.ts';
import { BackupFailure } from '../../apps/server/src/backup/backup-failure.ts';
import { isUnfinished } from '../../apps/server/src/backup/unfinished.ts';

/** Where a store is: in a folder, or on a MongoDB server, whose key is in the folder all the same. */
export interface StorePlace {
  readonly mongoUrl: string | null;
  readonly dataDir: string;
}

/** Opens a store for this process alone; on SQLite no server may have it. */
export async function openStore({ mongoUrl, dataDir }: StorePlace): Promise<Storage> {
  if (mongoUrl === null) return (await import('@bridgeboard/storage/sqlite')).openSqliteStorage({ dataDir });
  return (await import('@bridgeboard/storage/mongo')).openMongoStorage({ url: mongoUrl });
}

/** Opens a store to read it whole while a server may be using it. */
export async function openStoreOfNow(place: StorePlace): Promise<Storage> {
  const { mongoUrl, dataDir } = place;
  if (isUnfinished(dataDir, mongoUrl === null ? 'sqlite' : 'mongo')) {
    throw new BackupFailure('A restore or move into this store was cut off, so there is nothing whole to read.');
  }
  if (mongoUrl !== null) return openStore(place);
  return (await import('@bridgeboard/storage/sqlite')).openSqliteSnapshot({ dataDir });
}

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
