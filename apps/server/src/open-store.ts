import type { ErasureList, Storage } from '@bridgeboard/storage';

import { BackupFailure } from './backup/backup-failure.ts';
import { isUnfinished } from './backup/unfinished.ts';

/** Where a store is: in a folder, or on a MongoDB server, whose instance key is in the folder all the same. */
export interface StorePlace {
  readonly mongoUrl: string | null;
  readonly dataDir: string;
}

/** Reads the code of the adapter that such a place needs, and opens nothing. */
export async function loadAdapter(mongoUrl: string | null): Promise<void> {
  await (mongoUrl === null ? import('@bridgeboard/storage/sqlite') : import('@bridgeboard/storage/mongo'));
}

/** Opens a store for this process alone; on SQLite no other may have it. The driver of MongoDB is loaded only for MongoDB. */
export async function openStore({ mongoUrl, dataDir }: StorePlace): Promise<Storage> {
  if (mongoUrl !== null) return (await import('@bridgeboard/storage/mongo')).openMongoStorage({ url: mongoUrl });
  return (await import('@bridgeboard/storage/sqlite')).openSqliteStorage({ dataDir });
}

/** A store with the bytes of pictures in a bucket instead, where there is one; its driver is loaded only then. */
export async function withBucket(storage: Storage, s3Url: string | null): Promise<Storage> {
  if (s3Url === null) return storage;
  try {
    const s3 = await (await import('@bridgeboard/storage/s3')).openS3Blobs({ url: s3Url });
    return { ...storage, blobs: s3.blobs, close: () => storage.close().finally(s3.close) };
  } catch (error) {
    await storage.close();
    throw error;
  }
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

/** The list of erasures of a folder that a running server has taken. */
export async function openErasures(dataDir: string): Promise<{ erasures: ErasureList; close: () => void }> {
  return (await import('@bridgeboard/storage/sqlite')).openBeside(dataDir);
}

/** The audit log of a store that a running server may have, to leave a line in it. */
export async function openAuditLog(
  place: StorePlace,
): Promise<Pick<Storage, 'audit' | 'directory'> & { readonly close: () => unknown }> {
  if (place.mongoUrl !== null) return openStore(place);
  return (await import('@bridgeboard/storage/sqlite')).openBeside(place.dataDir);
}
